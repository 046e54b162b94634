namespace PolicyEngine.Catalogue.Sources;

#pragma warning disable RCS1194 // Only the readers of sources make these.

/// <summary>What is wrong with a source: the file, the member of its JSON, and the fault.</summary>
internal sealed class CatalogueSourceException(string file, string member, string fault) : Exception(member.Length == 0 ? $"'{file}': {fault}" : $"'{file}', {member}: {fault}");
