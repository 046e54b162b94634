using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace PolicyEngine.Tests.Architecture;

/// <summary>In which folder of the library each type and each method has its source, and what they use. Read from the portable PDB, so that namespaces do not matter.</summary>
internal sealed class SourceFolders
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields().Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => code.Value);

    private readonly Assembly library;
    private readonly string[] folders;
    private readonly Dictionary<int, string> fileOfMethod = [];
    private readonly Dictionary<Type, string> fileOfType = [];

    internal SourceFolders(Assembly library, string root)
    {
        this.library = library;
        ReadMethods(root);
        string[] files = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(static f => !f.Contains("/obj/", StringComparison.Ordinal))];
        folders = [.. files.Select(file => FolderOf(Path.GetRelativePath(root, file))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, string> declared = files
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file).Split('.')[0], StringComparer.Ordinal)
            .ToDictionary(static files => files.Key, files => files.OrderBy(static file => file.Length).Select(file => Path.GetRelativePath(root, file)).First(), StringComparer.Ordinal);
        foreach (Type type in Types)
        {
            string name = type.Name.Split('`')[0];
            string? file = declared.GetValueOrDefault(name) ?? MethodsOf(type).Select(FileOf).FirstOrDefault(static f => f is not null) ?? FileThatDeclares(root, name);
            if (file is not null) fileOfType[type] = file;
        }
    }

    /// <summary>The types that are written in the sources, without those nested in others.</summary>
    internal IEnumerable<Type> Types => library.GetTypes().Where(static type => !type.IsNested && !type.Name.StartsWith('<') && type.Namespace?.StartsWith("PolicyEngine", StringComparison.Ordinal) == true);

    /// <summary>The folders that hold sources, relative to the root, which is the empty text.</summary>
    internal IEnumerable<string> Folders => folders;

    /// <summary>The file of a type, relative to the root of the sources.</summary>
    internal string FileOf(Type type) => fileOfType[type];

    /// <summary>All uses of one folder by another: the two folders, and the member that uses the type.</summary>
    internal IEnumerable<(string From, string To, string Use)> Uses()
    {
        foreach (Type type in library.GetTypes().Where(type => Outermost(type) is { } outer && fileOfType.ContainsKey(outer)))
        {
            string home = fileOfType[Outermost(type)];
            IEnumerable<Type> bases = type.GetInterfaces().Append(type.BaseType).OfType<Type>().Concat(type.GetFields(All).Select(static field => field.FieldType));
            foreach ((string from, string to) in Pairs(home, bases)) yield return (from, to, type.Name);
            foreach (MethodBase method in MethodsOf(type))
            {
                string file = FileOf(method) ?? home;
                foreach ((string from, string to) in Pairs(file, SignatureOf(method).Concat(UsedIn(method)))) yield return (from, to, $"{type.Name}.{method.Name}");
            }
        }
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/');

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));

    private static IEnumerable<Type> SignatureOf(MethodBase method) =>
        method.GetParameters().Select(static parameter => parameter.ParameterType).Concat(method is MethodInfo info ? [info.ReturnType] : []);

    private static IEnumerable<Type> Unfold(Type type)
    {
        if (type.HasElementType) return Unfold(type.GetElementType()!);
        if (type.IsGenericParameter) return [];
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfold).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static string? FileThatDeclares(string root, string name) => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal))
        .Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b(class|struct|record|interface|enum) {name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
        .Select(file => Path.GetRelativePath(root, file)).FirstOrDefault();

    private IEnumerable<(string From, string To)> Pairs(string file, IEnumerable<Type> used)
    {
        string from = FolderOf(file);
        return used.SelectMany(Unfold).Where(type => type.Assembly == library).Select(Outermost).Where(fileOfType.ContainsKey)
            .Select(type => FolderOf(fileOfType[type])).Where(to => to != from).Distinct(StringComparer.Ordinal).Select(to => (from, to));
    }

    private string? FileOf(MethodBase method) => fileOfMethod.GetValueOrDefault(method.MetadataToken);

    private void ReadMethods(string root)
    {
        using FileStream stream = File.OpenRead(Path.ChangeExtension(library.Location, ".pdb"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        MetadataReader reader = provider.GetMetadataReader();
        string project = $"/src/{Path.GetFileName(root)}/";
        foreach (MethodDebugInformationHandle handle in reader.MethodDebugInformation)
        {
            MethodDebugInformation method = reader.GetMethodDebugInformation(handle);
            SequencePoint? first = method.GetSequencePoints().Where(static point => !point.IsHidden).Cast<SequencePoint?>().FirstOrDefault();
            if (first is not { } point) continue;
            string path = reader.GetString(reader.GetDocument(point.Document).Name).Replace('\\', '/');
            int at = path.LastIndexOf(project, StringComparison.Ordinal);
            if (at >= 0 && File.Exists(Path.Combine(root, path[(at + project.Length)..]))) fileOfMethod[MetadataTokens.GetToken(handle.ToDefinitionHandle())] = path[(at + project.Length)..];
        }
    }

    /// <summary>The types that the instructions of a method name.</summary>
    private IEnumerable<Type> UsedIn(MethodBase method)
    {
        byte[]? code = method.GetMethodBody()?.GetILAsByteArray();
        Type[]? typeArguments = method.DeclaringType!.IsGenericTypeDefinition ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;
        for (int at = 0; code is not null && at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE) value = (short)(0xFE00 | code[at++]);
            OpCode op = OpCodes[value];
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                MemberInfo member = library.ManifestModule.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
                if (member is Type type) yield return type;
                else if (member.DeclaringType is { } declaring) yield return declaring;
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (Type argument in generic.GetGenericArguments()) yield return argument;
                }
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
