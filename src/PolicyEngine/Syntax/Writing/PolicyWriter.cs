using System.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>Writes policy documents as canonical JSON.</summary>
/// <remarks>Elements are written in one order, texts keep their form, and characters beyond U+00FF are escaped, so that the text is
/// good for every policy type. What the parser accepts, written and parsed again, gives an equal tree; writing that gives an equal text.</remarks>
public static class PolicyWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="indented">True if to write lines with an indentation of two blanks, ended by LF; default is one line without blanks.</param>
    /// <returns>The JSON text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static string Write(PolicyDocument document, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        JsonText json = new(indented);
        WriteDocument(json, document);
        return json.ToString();
    }

    /// <summary>A statement in lines with an indentation of two blanks, ended by LF.</summary>
    internal static string WriteIndented(Statement statement)
    {
        JsonText json = new(indented: true);
        WriteStatement(json, statement);
        return json.ToString();
    }

    /// <summary>A node on one line; what is a member of an object is written as one.</summary>
    internal static string Describe(SyntaxNode node)
    {
        if (node is TextValue text) return text.Text;
        if (node is ConditionValue value) return value.Text;
        JsonText json = new(indented: false);
        if (node is PolicyDocument document) WriteDocument(json, document);
        else if (node is Statement statement) WriteStatement(json, statement);
        if (node is PolicyDocument or Statement) return json.ToString();
        json.Open('{');
        WriteMember(json, node);
        json.Close('}');
        return json.ToString()[1..^1];
    }

    private static void WriteMember(JsonText json, SyntaxNode node)
    {
        switch (node)
        {
            case PrincipalElement principal:
                WritePrincipal(json, principal);
                break;
            case PrincipalGroup group:
                WriteGroup(json, group);
                break;
            case ActionElement action:
                WriteTexts(json, action.Name, action.Patterns);
                break;
            case ResourceElement resource:
                WriteTexts(json, resource.Name, resource.Patterns);
                break;
            case ConditionBlock condition:
                WriteCondition(json, condition);
                break;
            case ConditionClause clause:
                WriteClause(json, clause);
                break;
            case ConditionEntry entry:
                WriteEntry(json, entry);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteDocument(JsonText json, PolicyDocument document)
    {
        json.Open('{');
        if (document.Version is { } version) json.Member("Version", version == PolicyVersion.Version2012 ? "2012-10-17" : "2008-10-17");
        if (document.Id is { } id) json.Member("Id", id);
        json.Name("Statement");
        WriteList(json, document.Statements, WriteStatement);
        json.Close('}');
    }

    private static void WriteStatement(JsonText json, Statement statement)
    {
        json.Open('{');
        if (statement.Sid is { } sid) json.Member("Sid", sid);
        json.Member("Effect", statement.Effect.ToString());
        if (statement.Principal is { } principal) WritePrincipal(json, principal);
        WriteTexts(json, statement.Action.Name, statement.Action.Patterns);
        if (statement.Resource is { } resource) WriteTexts(json, resource.Name, resource.Patterns);
        if (statement.Condition is { } condition) WriteCondition(json, condition);
        json.Close('}');
    }

    private static void WritePrincipal(JsonText json, PrincipalElement principal)
    {
        json.Name(principal.Name);
        if (principal.IsEveryone)
        {
            json.Text("*");
            return;
        }

        json.Open('{');
        foreach (PrincipalGroup group in principal.Groups) WriteGroup(json, group);
        json.Close('}');
    }

    private static void WriteGroup(JsonText json, PrincipalGroup group) => WriteTexts(json, PrincipalTypeNames.NameOf(group.Type), group.Values);

    private static void WriteCondition(JsonText json, ConditionBlock condition)
    {
        json.Name("Condition");
        json.Open('{');
        foreach (ConditionClause clause in condition.Clauses) WriteClause(json, clause);
        json.Close('}');
    }

    private static void WriteClause(JsonText json, ConditionClause clause)
    {
        json.Name(clause.Operator.ToString());
        json.Open('{');
        foreach (ConditionEntry entry in clause.Entries) WriteEntry(json, entry);
        json.Close('}');
    }

    private static void WriteEntry(JsonText json, ConditionEntry entry)
    {
        json.Name(entry.Key);
        WriteList(json, entry.Values, WriteValue);
    }

    private static void WriteTexts(JsonText json, string name, SyntaxList<TextValue> values)
    {
        json.Name(name);
        WriteList(json, values, static (json, value) => json.Text(value.Text));
    }

    private static void WriteValue(JsonText json, ConditionValue value)
    {
        bool isToken = value.Form switch
        {
            ConditionValueForm.Number => JsonNumber.IsDecimal(value.Text),
            ConditionValueForm.Boolean => value.Text is "true" or "false",
            _ => false,
        };
        if (isToken) json.Token(value.Text);
        else json.Text(value.Text);
    }

    private static void WriteList<T>(JsonText json, SyntaxList<T> list, Action<JsonText, T> write)
    {
        if (!list.IsSingle) json.Open('[');
        foreach (T item in list) write(json, item);
        if (!list.IsSingle) json.Close(']');
    }
}
