namespace PolicyEngine.Matching;

/// <summary>Counts the characters that matching looks at, so that tests can hold it to linear time.</summary>
internal interface ICharacterMeter
{
    void Add(int characters);

    /// <summary>Counts nothing and costs nothing.</summary>
    internal struct None : ICharacterMeter
    {
        public readonly void Add(int characters)
        {
        }
    }
}
