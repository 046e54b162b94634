namespace PolicyEngine.Checks;

/// <summary>The statements of a document. Made as they are asked for.</summary>
internal readonly struct CheckedStatements(PolicyDocument document)
{
    internal int Count => document.Statements.Count;

    internal CheckedStatement this[int index] => CheckedStatement.Of(document.Statements[index], document.Statements.IsSingle ? -1 : index);
}
