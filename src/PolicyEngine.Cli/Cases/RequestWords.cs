using System.Buffers;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Cli.Cases;

/// <summary>Finds texts that mean nothing in a request. Each answers with a complaint, or null.</summary>
internal static class RequestWords
{
    private const string GlobalPrefix = "aws:";
    private const string EveryResource = "*";
    private const string EndpointPrefix = "vpce-";
    private const int AccountIdLength = 12;

    /// <summary>The Region that Bedrock gives for a global model.</summary>
    private const string NoRegion = "unspecified";

    private static readonly SearchValues<char> OfAddresses = SearchValues.Create("0123456789abcdefABCDEF.:");
    private static readonly SearchValues<char> Wildcards = SearchValues.Create('*', '?');

    /// <summary>An action without a service, or a pattern of actions.</summary>
    internal static string? CheckAction(string text)
    {
        string[] parts = text.Split(':');
        if (parts is not [{ Length: > 0 }, { Length: > 0 }] || text.Any(char.IsWhiteSpace)) return $"'{text}' is not an action such as s3:GetObject";
        return IsPattern(text) ? $"'{text}' is a pattern, and a request is for one action" : null;
    }

    /// <summary>A resource that is no ARN.</summary>
    internal static string? CheckResource(string text) => text == EveryResource || Arn.TryParse(text, out _) ? null : $"'{text}' is neither an ARN nor *";

    internal static string? CheckAccount(string text) => text.Length == AccountIdLength && text.All(char.IsAsciiDigit) ? null : $"'{text}' is not the id of an account, which has 12 digits";

    internal static string? CheckEndpoint(string text) => text.StartsWith(EndpointPrefix, StringComparison.Ordinal) && text.Length > EndpointPrefix.Length && text[EndpointPrefix.Length..].All(char.IsAsciiHexDigitLower) ? null : $"'{text}' is not the id of an endpoint such as vpce-1234a5678b9012c";

    internal static string? CheckService(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) > 0 && !IsPattern(text) ? null : $"'{text}' is not the name of a service such as s3.amazonaws.com";

    /// <summary>What is no address at all; one in an unusual form is left to the library.</summary>
    internal static string? CheckAddress(string text) => text.AsSpan().ContainsAny('.', ':') && !text.AsSpan().ContainsAnyExcept(OfAddresses) ? null : $"'{text}' is not an address such as 203.0.113.7";

    internal static string? CheckCaller(string text) => IsPattern(text) ? $"'{text}' is a pattern, and a request has one caller" : null;

    internal static string? CheckKey(string text) => text.Contains(':', StringComparison.Ordinal) ? null : $"'{text}' is not a condition key: it has no colon";

    /// <summary>A resource that is written as a pattern; a name may have such characters.</summary>
    internal static string? DoubtResource(string text) => text != EveryResource && IsPattern(text) ? $"the resource '{text}' has a wildcard, which in a request is taken as written" : null;

    internal static string? DoubtRegion(string text) => text == NoRegion || HasRegionForm(text) ? null : $"'{text}' is not the name of a Region such as us-east-1";

    /// <summary>An action of a service that is none, as far as the catalogue knows.</summary>
    internal static string? DoubtService(string action)
    {
        string prefix = action[..Math.Max(action.IndexOf(':', StringComparison.Ordinal), 0)];
        ServiceCatalogue catalogue = ServiceCatalogue.Default;
        if (catalogue.FindService(prefix) is not null || catalogue.IsOtherPrefix(prefix)) return null;
        string hint = catalogue.Nearest(prefix) is [var nearest, ..] ? $"; the nearest is '{nearest}'" : "";
        return $"'{prefix}' is no service of the catalogue of {catalogue.AsOf}{hint}";
    }

    /// <summary>A key that AWS would set, and that is not among its keys.</summary>
    internal static string? DoubtKey(string text)
    {
        if (!text.StartsWith(GlobalPrefix, StringComparison.OrdinalIgnoreCase) || ConditionKeys.Find(text) is not null) return null;
        string nearest = ConditionKeys.All.Select(static key => key.Name).MinBy(name => CountEdits(name, text))!;
        string hint = CountEdits(nearest, text) <= Math.Max(2, text.Length / 5) ? $"; the nearest is '{nearest}'" : "";
        return $"'{text}' is not a condition key of AWS{hint}";
    }

    /// <summary>True for words and a number at the end, with hyphens between them.</summary>
    private static bool HasRegionForm(string text) =>
        text.Split('-') is [.. { Length: > 1 } words, { Length: > 0 } number] && number.All(char.IsAsciiDigit) && Array.TrueForAll(words, static word => word.Length > 0 && word.All(char.IsAsciiLetterLower));

    private static bool IsPattern(string text) => text.AsSpan().ContainsAny(Wildcards);

    /// <summary>How many letters have to be put in, left out or replaced to make one text the other; letter case is ignored.</summary>
    private static int CountEdits(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 0; i < one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < other.Length; j++)
            {
                int replaced = diagonal + (char.ToLowerInvariant(one[i]) == char.ToLowerInvariant(other[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
