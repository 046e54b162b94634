using PolicyEngine.Json;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>Writes policy documents as canonical JSON.</summary>
/// <remarks>Elements are written in one order, texts keep their form, and characters beyond U+00FF are escaped, so that the text is
/// good for every policy type. What the parser accepts, written and parsed again, gives an equal tree; writing that gives an equal text.</remarks>
public static class PolicyWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="indented">True if to write lines with an indentation of two blanks, ended by LF; default is one line without blanks.</param>
    /// <returns>The JSON text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static string Write(PolicyDocument document, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        JsonText json = new(indented);
        json.Open('{');
        if (document.Version is { } version) json.Member("Version", version == PolicyVersion.Version2012 ? "2012-10-17" : "2008-10-17");
        if (document.Id is { } id) json.Member("Id", id);
        json.Name("Statement");
        WriteList(json, document.Statements, WriteStatement);
        json.Close('}');
        return json.ToString();
    }

    private static void WriteStatement(JsonText json, Statement statement)
    {
        json.Open('{');
        if (statement.Sid is { } sid) json.Member("Sid", sid);
        json.Member("Effect", statement.Effect.ToString());
        if (statement.Principal is { } principal) WritePrincipal(json, principal);
        json.Name(statement.Action.Name);
        WriteList(json, statement.Action.Patterns, WriteText);
        if (statement.Resource is { } resource)
        {
            json.Name(resource.Name);
            WriteList(json, resource.Patterns, WriteText);
        }

        if (statement.Condition is { } condition) WriteCondition(json, condition);
        json.Close('}');
    }

    private static void WritePrincipal(JsonText json, PrincipalElement principal)
    {
        json.Name(principal.Name);
        if (principal.IsEveryone)
        {
            json.Text("*");
            return;
        }

        json.Open('{');
        foreach (PrincipalGroup group in principal.Groups)
        {
            json.Name(PrincipalTypeNames.NameOf(group.Type));
            WriteList(json, group.Values, WriteText);
        }

        json.Close('}');
    }

    private static void WriteCondition(JsonText json, ConditionBlock condition)
    {
        json.Name("Condition");
        json.Open('{');
        foreach (ConditionClause clause in condition.Clauses)
        {
            json.Name(clause.Operator.ToString());
            json.Open('{');
            foreach (ConditionEntry entry in clause.Entries)
            {
                json.Name(entry.Key);
                WriteList(json, entry.Values, WriteValue);
            }

            json.Close('}');
        }

        json.Close('}');
    }

    private static void WriteText(JsonText json, TextValue value) => json.Text(value.Text);

    private static void WriteValue(JsonText json, ConditionValue value)
    {
        bool isToken = value.Form switch
        {
            ConditionValueForm.Number => JsonNumber.IsDecimal(value.Text),
            ConditionValueForm.Boolean => value.Text is "true" or "false",
            _ => false,
        };
        if (isToken) json.Token(value.Text);
        else json.Text(value.Text);
    }

    private static void WriteList<T>(JsonText json, SyntaxList<T> list, Action<JsonText, T> write)
    {
        if (!list.IsSingle) json.Open('[');
        foreach (T item in list) write(json, item);
        if (!list.IsSingle) json.Close(']');
    }
}
