namespace PolicyEngine.Diagnostics;

/// <summary>PE53xx: what a file of CloudTrail records holds beside records that can be read.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor RecordNotJson = new(
        "PE5301", "A-100", DiagnosticSeverity.Error, "Record that is not JSON",
        "The record is not JSON: {0}",
        "The record is passed over; reading goes on with the next one.");

    internal static readonly DiagnosticDescriptor NotARecord = new(
        "PE5302", "A-100", DiagnosticSeverity.Error, "JSON that is no CloudTrail record",
        "This is no CloudTrail record: {0}",
        "It is passed over; reading goes on with the next one.");

    internal static readonly DiagnosticDescriptor RecordTooLong = new(
        "PE5303", "A-100", DiagnosticSeverity.Error, "Record beyond the limit",
        "The record is longer than {0} bytes",
        "It is passed over; raise the limit if the record is meant to be that long.");

    internal static readonly DiagnosticDescriptor TrailCut = new(
        "PE5304", "A-100", DiagnosticSeverity.Error, "File ends too early",
        "The file is not complete: {0}",
        "What was read before stands; fetch the file again for the rest.");

    internal static readonly DiagnosticDescriptor DigestFile = new(
        "PE5305", "A-100", DiagnosticSeverity.Information, "Digest file",
        "This is a digest file, which holds no records",
        "Digest files tell whether log files were changed; read the log files instead.");

    internal static readonly DiagnosticDescriptor RecordVersion = new(
        "PE5306", "A-101", DiagnosticSeverity.Warning, "Unknown version of the record format",
        "The version '{0}' of the record format is not known",
        "Records of the version 1 are understood; members may mean something else here.");

    internal static readonly DiagnosticDescriptor[] CloudTrail =
    [
        RecordNotJson, NotARecord, RecordTooLong, TrailCut, DigestFile, RecordVersion,
    ];
}
