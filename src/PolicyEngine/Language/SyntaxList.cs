using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PolicyEngine.Syntax;

/// <summary>One value, or an array of values, as a policy wrote it.</summary>
/// <remarks>Immutable. <see langword="default"/> is the empty array. Equality compares the items in order, and the form:
/// a single value differs from an array that holds it alone, though both mean the same. One item takes no array to store.</remarks>
/// <typeparam name="T">What the list holds.</typeparam>
[DebuggerDisplay("{Count} items")]
[CollectionBuilder(typeof(SyntaxList), nameof(SyntaxList.Create))]
public readonly struct SyntaxList<T> : IReadOnlyList<T>, IEquatable<SyntaxList<T>>
{
    private readonly T? only;
    private readonly T[]? items;

    internal SyntaxList(T only, bool isSingle)
    {
        this.only = only;
        Count = 1;
        IsSingle = isSingle;
    }

    /// <summary>An array of values; the list keeps the items themselves.</summary>
    internal SyntaxList(T[] items)
    {
        Count = items.Length;
        if (items.Length == 1) only = items[0];
        else this.items = items;
    }

    /// <summary>An array of values, which are copied.</summary>
    internal SyntaxList(ReadOnlySpan<T> items)
    {
        Count = items.Length;
        if (items.Length == 1) only = items[0];
        else this.items = items.ToArray();
    }

    /// <summary>True if the policy wrote one value and no array.</summary>
    public bool IsSingle { get; }

    /// <summary>The number of items.</summary>
    public int Count { get; }

    /// <summary>The item at a place.</summary>
    /// <param name="index">The place, 0-based.</param>
    /// <returns>The item.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public T this[int index] => Count == 1 && index == 0 ? only! : (items ?? [])[index];

    /// <summary>Walks the items in order, without allocating.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <summary>Compares form and items.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>True if both are equal.</returns>
    public bool Equals(SyntaxList<T> other)
    {
        if (IsSingle != other.IsSingle || Count != other.Count) return false;
        for (int i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(this[i], other[i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SyntaxList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.Add(IsSingle);
        foreach (T item in this) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The items.</summary>
    /// <returns>Such as <c>[a, b]</c>; a single value without brackets.</returns>
    public override string ToString() => IsSingle ? $"{only}" : $"[{string.Join(", ", (IEnumerable<T>)this)}]";

    /// <summary>Tells whether two lists are equal.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if both are equal.</returns>
    public static bool operator ==(SyntaxList<T> left, SyntaxList<T> right) => left.Equals(right);

    /// <summary>Tells whether two lists differ.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they differ.</returns>
    public static bool operator !=(SyntaxList<T> left, SyntaxList<T> right) => !left.Equals(right);

    /// <summary>Walks a list.</summary>
    public struct Enumerator
    {
        private readonly SyntaxList<T> list;
        private int index;

        internal Enumerator(SyntaxList<T> list)
        {
            this.list = list;
            index = -1;
        }

        /// <summary>The current item.</summary>
        public readonly T Current => list[index];

        /// <summary>Goes to the next item.</summary>
        /// <returns>True if there is one.</returns>
        public bool MoveNext() => ++index < list.Count;
    }
}

/// <summary>Makes syntax lists.</summary>
public static class SyntaxList
{
    /// <summary>Makes an array of values; collection expressions call it.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The items, which are copied.</param>
    /// <returns>The list.</returns>
    public static SyntaxList<T> Create<T>(ReadOnlySpan<T> items) => new(items);

    /// <summary>Makes a single value without an array.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="item">The value.</param>
    /// <returns>The list of that one value.</returns>
    public static SyntaxList<T> Single<T>(T item) => new(item, isSingle: true);
}
