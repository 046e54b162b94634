namespace PolicyEngine.Diagnostics;

/// <summary>PE54xx: facts of AWS that are read from a text.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor ServiceTablesShape = new(
        "PE5401", "A-27", DiagnosticSeverity.Error, "Service tables of another shape",
        "These are no service tables: {0}",
        "Begin with the tables of the library, src/PolicyEngine/Facts/Data/service-tables.json, and change them.");

    internal static readonly DiagnosticDescriptor[] Facts = [ServiceTablesShape];
}
