using System.Collections.Concurrent;
using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// Draws texts of a pattern by walking its tree. A draw may miss what a condition within demands (look-ahead, a
/// boundary, an anchor in the middle): whoever asks puts it to the matcher, and draws again.
/// </summary>
internal sealed class PatternText
{
    // Where a pattern has no bound, its texts are this much longer than they must be.
    private const int Slack = 12;

    private const int MaxKept = 1024;

    private static readonly ConcurrentDictionary<string, PatternText> Known = new(StringComparer.Ordinal);

    private readonly PatternNode? _root;
    private readonly PatternLengths _lengths = new();
    private readonly PatternAlphabet _alphabet;

    private PatternText(string pattern)
    {
        _root = EcmaParser.Parse(pattern);
        _alphabet = new PatternAlphabet(_root);
        try
        {
            (Least, Most) = _root is null ? (0, 0) : _lengths.Of(_root);
            (IsAnchoredAtStart, IsAnchoredAtEnd) = _root is null ? (true, true) : PatternAnchors.Of(_root);
        }
        catch (InsufficientExecutionStackException)
        {
            // Groups nested beyond any measure: no text is drawn.
            _root = null;
        }
    }

    /// <summary>The length of its shortest text.</summary>
    public long Least { get; }

    public long Most { get; }

    /// <summary>Whether nothing may stand before what matches.</summary>
    public bool IsAnchoredAtStart { get; }

    /// <summary>Whether nothing may stand behind what matches.</summary>
    public bool IsAnchoredAtEnd { get; }

    public static PatternText Of(string pattern)
    {
        if (Known.Count > MaxKept)
        {
            // A process that reads one description after another shall not keep the patterns of all.
            Known.Clear();
        }

        return Known.GetOrAdd(pattern, p => new PatternText(p));
    }

    /// <summary>
    /// A text that the pattern's tree gives, of some length between the bounds where it has one; null where none can be
    /// drawn. The same one for the same seed.
    /// </summary>
    public string? From(Seed seed, int least = 0, int most = int.MaxValue)
    {
        if (_root is null)
        {
            return null;
        }

        var from = Math.Max(Least, least);
        var to = Math.Max(from, Math.Min(Math.Min(Most, most), from + Slack));
        var random = new Dice().From(seed);
        var length = random.NextInt64(from, to + 1);
        try
        {
            return new PatternDraw(_lengths, _alphabet, random).Text(
                _root,
                Math.Min(length, Most),
                isOpen: !IsAnchoredAtEnd
            );
        }
        catch (Exception e) when (e is InsufficientExecutionStackException or NotSupportedException)
        {
            return null;
        }
    }
}
