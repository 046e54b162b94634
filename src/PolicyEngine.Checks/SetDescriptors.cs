namespace PolicyEngine.Checks;

/// <summary>The kinds of findings between documents that apply to one principal, or that know all principals of an account.</summary>
internal static class SetDescriptors
{
    internal static readonly DiagnosticDescriptor OutsideBoundary = new(
        "PE6202", "C-80", DiagnosticSeverity.Warning, "Allow outside the permissions boundary",
        "The permissions boundary {0} allows none of the actions of the statement, so that it allows nothing",
        "Allow the actions in the boundary too, or remove the statement.");

    internal static readonly DiagnosticDescriptor OutsideLevel = new(
        "PE6203", "C-80, A-20", DiagnosticSeverity.Warning, "Allow outside a level of SCPs",
        "The service control policies of the level '{0}' let none of the actions of the statement pass, so that it allows nothing",
        "Allow the actions at that level too, or remove the statement.");

    internal static readonly DiagnosticDescriptor NoSuchPrincipal = new(
        "PE6204", "C-80", DiagnosticSeverity.Warning, "No such principal",
        "'{0}' does not exist in its account, whose users and roles are known, so that it names nobody",
        "Name a user or role that exists, with its path.");

    internal static readonly DiagnosticDescriptor Equal = new(
        "PE6205", "C-80", DiagnosticSeverity.Information, "Statement of another policy",
        "The statement is equal to {0}, which applies to the same",
        "Keep one of the two.");
}
