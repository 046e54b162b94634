using PolicyEngine.FsCheck.Policies;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Shorter lists, and lists with one smaller item.</summary>
internal static class ListShrink
{
    /// <summary>The list without one item, one value without its array, and with one item smaller; never empty.</summary>
    internal static IEnumerable<SyntaxList<T>> Of<T>(SyntaxList<T> list, Func<T, IEnumerable<T>> shrink)
    {
        T[] items = [.. list];
        if (items.Length > 2)
        {
            foreach (T item in items) yield return SyntaxList.Single(item);
        }

        for (int i = 0; i < items.Length && items.Length > 1; i++) yield return Patterns.List([.. items[..i], .. items[(i + 1)..]]);
        if (items.Length == 1 && !list.IsSingle) yield return SyntaxList.Single(items[0]);
        for (int i = 0; i < items.Length; i++)
        {
            foreach (T smaller in shrink(items[i])) yield return list.IsSingle ? SyntaxList.Single(smaller) : [.. items[..i], smaller, .. items[(i + 1)..]];
        }
    }

    /// <summary>The items without one of them.</summary>
    internal static IEnumerable<T[]> Without<T>(IReadOnlyList<T> items)
    {
        for (int i = 0; i < items.Count; i++) yield return [.. items.Where((_, at) => at != i)];
    }

    /// <summary>The items with one of them smaller.</summary>
    internal static IEnumerable<T[]> Within<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> shrink)
    {
        for (int i = 0; i < items.Count; i++)
        {
            foreach (T smaller in shrink(items[i])) yield return [.. items.Select((item, at) => at == i ? smaller : item)];
        }
    }
}
