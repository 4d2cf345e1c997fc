namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>A pattern of ECMA-262 as a tree.</summary>
internal abstract class PatternNode
{
    private PatternNode() { }

    /// <summary>
    /// One character of a set, which is worked out when it is first asked for: its names may be unknown.
    /// </summary>
    public sealed class Character(Func<CodePoints> set) : PatternNode
    {
        private CodePoints? _set;

        /// <exception cref="NotSupportedException">It names a property of Unicode that is not known here.</exception>
        public CodePoints Set => _set ??= set();
    }

    /// <summary>One after the other; the empty text where there are none.</summary>
    public sealed class Sequence(IReadOnlyList<PatternNode> items) : PatternNode
    {
        public IReadOnlyList<PatternNode> Items => items;
    }

    public sealed class Choice(IReadOnlyList<PatternNode> alternatives) : PatternNode
    {
        public IReadOnlyList<PatternNode> Alternatives => alternatives;
    }

    /// <param name="most">Null where there is no bound.</param>
    public sealed class Repeat(PatternNode inner, int least, int? most, bool isLazy) : PatternNode
    {
        public PatternNode Inner => inner;

        public int Least => least;

        public int? Most => most;

        public bool IsLazy => isLazy;
    }

    /// <param name="number">Counted from 1 in the order of the opening brackets.</param>
    public sealed class Capture(PatternNode inner, int number) : PatternNode
    {
        public PatternNode Inner => inner;

        public int Number => number;
    }

    /// <summary>A condition on what follows, or on what went before.</summary>
    public sealed class Look(PatternNode inner, bool isBehind, bool isNegated) : PatternNode
    {
        public PatternNode Inner => inner;

        public bool IsBehind => isBehind;

        public bool IsNegated => isNegated;
    }

    /// <summary>What a group has captured, again.</summary>
    public sealed class Reference(Func<int> number) : PatternNode
    {
        public int Number => number();
    }

    public sealed class Boundary(bool isNegated) : PatternNode
    {
        public bool IsNegated => isNegated;
    }

    public sealed class Start : PatternNode;

    public sealed class End : PatternNode;
}
