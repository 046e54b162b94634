using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the caller of a request: a text or an object.</summary>
internal static class PrincipalReader
{
    private const string ServicePrefix = "service:";
    private const string FederatedPrefix = "federated:";

    /// <summary>Reads the caller at which the reader is.</summary>
    internal static PrincipalDraft Read(ref Utf8JsonReader reader)
    {
        int offset = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.String) return ReadText(JsonMembers.ReadString(ref reader, "principal"), offset);
        PrincipalDraft draft = new(offset);
        JsonMembers.Read(ref reader, "the principal", draft, ReadMember);
        return draft;
    }

    /// <summary>Reads a caller from a text: an ARN, <c>anonymous</c>, <c>service:NAME</c> or <c>federated:PROVIDER</c>.</summary>
    internal static PrincipalDraft ReadText(string text, int offset)
    {
        if (text == "anonymous") return new PrincipalDraft(offset) { Type = "anonymous" };
        if (text.StartsWith(ServicePrefix, StringComparison.Ordinal)) return new PrincipalDraft(offset) { Services = [text[ServicePrefix.Length..]] };
        if (text.StartsWith(FederatedPrefix, StringComparison.Ordinal)) return new PrincipalDraft(offset) { Provider = text[FederatedPrefix.Length..] };
        return new PrincipalDraft(offset) { Arn = text };
    }

    private static bool ReadMember(ref Utf8JsonReader reader, string name, PrincipalDraft draft)
    {
        if (reader.TokenType == JsonTokenType.Null) return IsKnown(name);
        switch (name)
        {
            case "type": draft.Type = JsonMembers.ReadString(ref reader, name); break;
            case "arn": draft.Arn = JsonMembers.ReadString(ref reader, name); break;
            case "account": draft.Account = JsonMembers.ReadString(ref reader, name); break;
            case "roleArn": draft.RoleArn = JsonMembers.ReadString(ref reader, name); break;
            case "issuerArn" or "userArn": draft.IssuerArn = JsonMembers.ReadString(ref reader, name); break;
            case "userId": draft.UserId = JsonMembers.ReadString(ref reader, name); break;
            case "uniqueId": draft.UniqueId = JsonMembers.ReadString(ref reader, name); break;
            case "canonicalUserId": draft.CanonicalUserId = JsonMembers.ReadString(ref reader, name); break;
            case "service": draft.Services = JsonMembers.ReadScalars(ref reader, name) ?? [JsonMembers.ReadString(ref reader, name)]; break;
            case "provider": draft.Provider = JsonMembers.ReadString(ref reader, name); break;
            case "hasPermissionsBoundary": draft.HasPermissionsBoundary = JsonMembers.ReadBoolean(ref reader, name); break;
            case "accountIsManagement": draft.AccountIsManagement = JsonMembers.ReadBoolean(ref reader, name); break;
            case "isServiceLinkedRole" or "serviceLinkedRole": draft.IsServiceLinkedRole = JsonMembers.ReadBoolean(ref reader, name); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Null says that the member is unknown, as if it were not there.</summary>
    private static bool IsKnown(string name) => name
        is "type" or "arn" or "account" or "roleArn" or "issuerArn" or "userArn" or "userId" or "uniqueId" or "canonicalUserId" or "service" or "provider"
        or "hasPermissionsBoundary" or "accountIsManagement" or "isServiceLinkedRole" or "serviceLinkedRole";
}
