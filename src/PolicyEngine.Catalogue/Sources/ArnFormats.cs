namespace PolicyEngine.Catalogue.Sources;

/// <summary>Reads the forms of ARNs as AWS's lists write them.</summary>
internal static class ArnFormats
{
    private const int Fields = 6;
    private const string NextForm = ", arn:";

    /// <summary>The forms in a text; one text may hold several, with commas between.</summary>
    internal static IEnumerable<ArnFormat> Read(SourceElement source)
    {
        string text = source.Text();
        List<ArnFormat> forms = [];
        int start = 0;
        while (start >= 0)
        {
            int next = text.IndexOf(NextForm, start, StringComparison.Ordinal);
            forms.Add(Read(source, next < 0 ? text[start..] : text[start..next]));
            start = next < 0 ? -1 : next + ", ".Length;
        }

        return forms;
    }

    private static ArnFormat Read(SourceElement source, string text)
    {
        string[] fields = text.Split(':', Fields);
        if (fields.Length < Fields || fields[0] != "arn") throw source.Fault("it is no ARN of six fields");
        ArnFormat format = new(Placeholders.In(fields[2]), Field(fields[3], ArnFormat.AnyRegion), Field(fields[4], ArnFormat.AnyAccount), Placeholders.In(fields[5]));
        bool isSound = format.Service.Length > 0 && ((string[])[format.Service, format.Resource]).All(IsName)
            && (format.Region is "" or ArnFormat.AnyRegion || IsName(format.Region)) && (format.Account is "" or ArnFormat.AnyAccount || IsName(format.Account));
        return isSound ? format : throw source.Fault("a field of the ARN is empty, or holds a character that ARNs do not have");
    }

    /// <summary>Whatever stands in a field as a placeholder is a Region or an account.</summary>
    private static string Field(string text, string any) => text.StartsWith("${", StringComparison.Ordinal) ? any : text;

    private static bool IsName(string text) => Text.Names.FindFault(text) is null && !text.Contains(' ', StringComparison.Ordinal);
}
