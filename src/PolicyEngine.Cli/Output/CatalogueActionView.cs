using PolicyEngine.Catalogue;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes an action with its level, types and keys.</summary>
internal static class CatalogueActionView
{
    /// <summary>The word for a level.</summary>
    internal static string NameOf(AccessLevel level) => level switch
    {
        AccessLevel.List => "list",
        AccessLevel.Read => "read",
        AccessLevel.Write => "write",
        AccessLevel.Tagging => "tagging",
        AccessLevel.PermissionsManagement => "permissionsManagement",
        _ => "unknown",
    };

    /// <summary>Writes some lines for people; a star marks a type that each call names.</summary>
    internal static void Write(IAnsiConsole screen, ServiceCatalogue catalogue, CatalogueAction action)
    {
        TextFlow flow = new(screen);
        flow.Write("", [new TextFlow.Run(action.FullName, Screen.Strong), new TextFlow.Run($" {NameOf(action.Level)}", Style.Plain)]);
        WriteList(flow, "types", action.ResourceTypes.Select(static type => type.ToString()));
        ActionKeys keys = catalogue.KeysOf(action);
        WriteList(flow, "keys", keys.ForAction);
        WriteList(flow, "keys of types", keys.ForTypes);
        WriteList(flow, "needs", action.DependentActions);
    }

    /// <summary>An object.</summary>
    internal static string WriteJson(ServiceCatalogue catalogue, CatalogueAction action) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("action", action.FullName);
        json.WriteString("level", NameOf(action.Level));
        json.WriteStartArray("resourceTypes");
        foreach (ActionResourceType type in action.ResourceTypes)
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteBoolean("required", type.IsRequired);
            WriteArray(json, "arns", catalogue.FindService(action.Service)?.FindResourceType(type.Name)?.Formats.Select(static format => format.ToString()) ?? []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ActionKeys keys = catalogue.KeysOf(action);
        WriteArray(json, "keys", keys.ForAction);
        WriteArray(json, "typeKeys", keys.ForTypes);
        WriteArray(json, "dependentActions", action.DependentActions);
        json.WriteEndObject();
    });

    private static void WriteArray(System.Text.Json.Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteList(TextFlow flow, string name, IEnumerable<string> texts)
    {
        string list = string.Join(", ", texts);
        if (list.Length > 0) flow.Write($"  {name,-14}", [new TextFlow.Run(list, Style.Plain)]);
    }
}
