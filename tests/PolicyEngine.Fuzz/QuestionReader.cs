using System.Globalization;
using System.Text;

namespace PolicyEngine.Fuzz;

/// <summary>Reads any bytes as a question: a line for each part, of which the first character says what it is and tabs part the rest. What is
/// no part is passed over, so that most changes of a question make another one. Trees are built directly, without the parser.</summary>
/// <remarks>Lines of the request: <c>@</c> caller, <c>&amp;</c> more of it, <c>=</c> action, resource and owner, <c>+</c> flags, <c>k</c> key with
/// one value, <c>l</c> with a list, <c>u</c> unknown, <c>o</c> services that
/// need resource policies. Those of policies: see <see cref="SlotDraft"/>.</remarks>
internal sealed class QuestionReader
{
    private const int MostLines = 200;
    private readonly RequestContextBuilder context = new();
    private readonly SlotDraft slots = new();
    private RequestPrincipal caller = RequestPrincipal.Anonymous;
    private string action = "s3:GetObject";
    private string resource = "arn:aws:s3:::b/k";
    private string? owner;
    private int flags;
    private string[] needing = [];

    internal static Question Read(byte[] bytes)
    {
        QuestionReader reader = new();
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n').Take(MostLines)) reader.ReadLine(line);
        return reader.ToQuestion();
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0) return;
        string[] fields = [.. line[1..].Split('\t').Select(QuestionText.Unescape)];
        switch (line[0])
        {
            case '@': caller = QuestionText.ReadCaller(fields) ?? caller; break;
            case '&': caller = QuestionText.Complete(caller, fields); break;
            case '=': (action, resource, owner) = (fields[0], fields.ElementAtOrDefault(1) ?? resource, fields.ElementAtOrDefault(2)); break;
            case '+': flags = int.TryParse(fields[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int read) ? read : flags; break;
            case 'o': needing = [.. fields.Where(static f => f.Length > 0)]; break;
            case 'k' when fields.Length > 1: SetKey(fields[0], ContextValue.Of(fields[1])); break;
            case 'l': SetKey(fields[0], ContextValue.OfList(fields.AsSpan(1))); break;
            case 'u': SetKey(fields[0], ContextValue.Unknown); break;
            default: slots.Read(line[0], fields); break;
        }
    }

    /// <summary>Sets a key unless it may not be so.</summary>
    private void SetKey(string name, ContextValue value)
    {
        bool hasTooMany = value.Values.Length > 1 && ConditionKeys.Find(name) is { IsMultivalued: false };
        if (name.Length > 0 && !hasTooMany) context.Set(name, value);
    }

    private Question ToQuestion()
    {
        AuthorizationRequest request = new(caller, action, resource, context.Build())
        {
            Endpoint = (flags & 3) == 3 ? null : new RequestEndpoint((VpcEndpointType)(flags & 3)) { SupportsPolicy = (flags & 4) == 0 },
            ResourceAccount = owner,
            IsResourceInManagementAccount = (flags & 8) != 0,
            IsResourceManagedByAws = (flags & 16) != 0,
            HasServiceGrant = (flags & 32) != 0,
            BlocksPublicAccess = (flags & 64) != 0,
        };
        AuthorizationOptions options = new() { TreatsUnlistedServicesAsResourceControlled = (flags & 128) != 0, ServicesThatNeedResourcePolicies = [.. needing] };
        return new Question(slots.ToPolicies(), request, options);
    }
}
