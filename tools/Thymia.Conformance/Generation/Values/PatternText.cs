using Fare;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// Draws texts of a pattern. The automaton that the library makes of one takes far longer than a draw from it, and holds
/// its chance for life: so it is made once, and chance is changed beneath it.
/// </summary>
internal sealed class PatternText
{
    // A description has a few; a process that reads one after another shall not keep them all.
    private const int Most = 64;

    // The library says nothing of threads.
    [ThreadStatic]
    private static Dictionary<string, PatternText>? _known;

    private readonly Chance _chance = new();
    private readonly Xeger _source;

    private PatternText(string pattern) =>
        _source = new Xeger(pattern.Replace(@"\d", "[0-9]", StringComparison.Ordinal), _chance);

    /// <summary>Only for the thread that asks.</summary>
    public static PatternText Of(string pattern)
    {
        var known = _known ??= new(StringComparer.Ordinal);
        if (!known.TryGetValue(pattern, out var text))
        {
            text = new PatternText(pattern);
            if (known.Count == Most)
            {
                known.Clear();
            }

            known.Add(pattern, text);
        }

        return text;
    }

    /// <summary>The same text for the same seed, whatever was drawn before.</summary>
    public string From(Seed seed)
    {
        _chance.Source = new Random(seed.ToInt32());
        return _source.Generate();
    }

    private sealed class Chance() : Random(0)
    {
        public Random Source { get; set; } = new(0);

        public override int Next() => Source.Next();

        public override int Next(int maxValue) => Source.Next(maxValue);

        public override int Next(int minValue, int maxValue) => Source.Next(minValue, maxValue);

        public override double NextDouble() => Source.NextDouble();

        public override void NextBytes(byte[] buffer) => Source.NextBytes(buffer);

        protected override double Sample() => Source.NextDouble();
    }
}
