namespace PolicyEngine.Cli.Cases;

/// <summary>The condition keys of a request, as they are found: each spelling once, known or unknown.</summary>
internal sealed class ContextDraft
{
    private readonly RequestContextBuilder builder = new();
    private readonly HashSet<string> absent = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private bool saysAbsent;

    /// <summary>Adds a key.</summary>
    internal void Add(string name, ContextValue value, int offset)
    {
        if (!names.Add(name)) throw new CaseFormatException($"the condition key '{name}' is given twice", offset);
        if (value.IsUnknown && name.Length > 0) unknown.Add(name);
        else if (!builder.TrySet(name, value, ContextProvenance.Platform, out RequestFault? fault)) throw new CaseFormatException(fault.Message, offset);
    }

    /// <summary>Says that the keys of a list are absent, and all that are neither there nor given are unknown.</summary>
    internal void AddAbsent(string[] keys, int offset)
    {
        saysAbsent = true;
        foreach (string key in keys)
        {
            if (!absent.Add(key)) throw new CaseFormatException($"the condition key '{key}' is given twice", offset);
            if (key.Length == 0) throw new CaseFormatException("A condition key has a name", offset);
            builder.SetAbsent(key);
        }
    }

    /// <summary>The first key that is absent and given; null where there is none.</summary>
    internal string? FindContradiction() => absent.Count == 0 ? null : names.FirstOrDefault(IsAbsent);

    /// <summary>Adds what the command line tells of keys that the request does not mention, or only as unknown.</summary>
    /// <returns>The bits of the options that were used.</returns>
    internal ulong Complete(GivenKeys given)
    {
        ulong used = 0;
        foreach (string key in given.Unknown)
        {
            if (IsMentioned(key)) continue;
            builder.SetUnknown(key);
            used |= given.UnknownUse;
        }

        foreach (string key in given.Absent)
        {
            if (IsMentioned(key)) continue;
            SetAbsent(key);
            used |= given.AbsentUse;
        }

        if (given.OthersAreAbsent) used |= given.AbsentUse;
        if (saysAbsent && !given.OthersAreAbsent) builder.SetOthersUnknown();
        return used;
    }

    /// <summary>Says in which organization the account is that two keys tell of, where the request does not, or only that they are unknown.</summary>
    /// <returns>True where that was used.</returns>
    internal bool SetOrganization(string idKey, string pathsKey, AccountOrganization? organization)
    {
        if (organization is null || IsMentioned(idKey) || IsMentioned(pathsKey)) return false;
        if (organization == AccountOrganization.None)
        {
            SetAbsent(idKey);
            SetAbsent(pathsKey);
            return true;
        }

        Tell(idKey);
        Tell(pathsKey);
        builder.Set(idKey, organization.Id);
        if (organization.Paths.Count > 0) builder.Set(pathsKey, ContextValue.OfList([.. organization.Paths]));
        else builder.SetUnknown(pathsKey);
        return true;
    }

    /// <summary>The context with all keys.</summary>
    internal RequestContext Build()
    {
        foreach (string key in unknown) builder.SetUnknown(key);
        return builder.Build();
    }

    /// <summary>A key that the request calls unknown is told now.</summary>
    private void Tell(string key) => unknown.RemoveWhere(name => name.Equals(key, StringComparison.OrdinalIgnoreCase));

    private void SetAbsent(string key)
    {
        Tell(key);
        builder.SetAbsent(key);
    }

    private bool IsMentioned(string key) =>
        IsAbsent(key) || names.Any(name => IsFamilyOf(name, key) || (name.Equals(key, StringComparison.OrdinalIgnoreCase) && !unknown.Contains(name)));

    private bool IsAbsent(string key) => absent.Count > 0 && absent.Any(name => name.Equals(key, StringComparison.OrdinalIgnoreCase) || IsFamilyOf(name, key));

    private static bool IsFamilyOf(string family, string key) => family.Length > 0 && family[^1] is '/' or ':' && key.StartsWith(family, StringComparison.OrdinalIgnoreCase);
}
