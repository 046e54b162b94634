namespace PolicyEngine.Syntax.Parsing;

/// <summary>Gathers the items of one list; only a second item takes the buffer, since most lists hold one.</summary>
internal struct ListBuilder<T>(List<T> buffer)
    where T : SyntaxNode
{
    private T? first;

    internal int Count { get; private set; }

    internal void Add(T item)
    {
        if (Count == 0) first = item;
        else AddToBuffer(item);
        Count++;
    }

    /// <summary>The items as an array of values.</summary>
    internal readonly SyntaxList<T> ToArray() => Count switch
    {
        0 => default,
        1 => new SyntaxList<T>(first!, isSingle: false),
        _ => new SyntaxList<T>(Copy()),
    };

    private readonly T[] Copy()
    {
        T[] items = new T[Count];
        for (int i = 0; i < items.Length; i++) items[i] = buffer[i];
        return items;
    }

    private readonly void AddToBuffer(T item)
    {
        if (Count == 1)
        {
            buffer.Clear();
            buffer.Add(first!);
        }

        buffer.Add(item);
    }
}
