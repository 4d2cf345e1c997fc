using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Looks for a text that matches one pattern, or several at once, within bounds of length.</summary>
internal static class PatternSearch
{
    // A condition such as "a digit somewhere" holds for most draws; what holds for none of so many is not looked for
    // on.
    private const int MaxDraws = 300;

    private const int MaxPaddedLength = 2_000_000;

    /// <summary>A text that matches all of the patterns and has the length; null where no draw does.</summary>
    /// <param name="fits">What else the text must fulfil.</param>
    public static string? Find(
        IReadOnlyList<string> patterns,
        int least,
        int most,
        Seed seed,
        Func<string, bool>? fits = null
    )
    {
        var texts = patterns.Select(PatternText.Of).ToList();
        var draws = patterns.Count == 0 ? 0 : MaxDraws;
        for (var i = 0; i < draws; i++)
        {
            var drawn = Draw(texts, i, seed.Derive(i), least, most);
            if (drawn is not null && Holds(drawn, patterns, least, most) && fits?.Invoke(drawn) != false)
            {
                return drawn;
            }
        }

        return null;
    }

    private static bool Holds(string text, IReadOnlyList<string> patterns, int least, int most)
    {
        var length = TextRules.CodePoints(text);
        return length >= least && length <= most && patterns.All(p => EcmaMatcher.IsMatch(p, text));
    }

    // With several patterns: a text of one that may fit the others as well, or texts of all of them side by side.
    private static string? Draw(List<PatternText> texts, int attempt, Seed seed, int least, int most)
    {
        if (texts.Count == 1 || attempt % 2 == 1)
        {
            var alone = texts[attempt / 2 % texts.Count];
            return alone.From(seed, least, most) is { } text ? Surrounded(text, alone, least, attempt) : null;
        }

        var ordered = texts
            .OrderBy(t =>
                t.IsAnchoredAtStart ? 0
                : t.IsAnchoredAtEnd ? 2
                : 1
            )
            .ToList();
        var parts = ordered.Select((t, i) => t.From(seed.Derive(i), 0, most)).ToList();
        var between = attempt % 4 == 0 ? "" : new string('x', Math.Max(0, least - parts.Sum(p => p?.Length ?? 0)));
        return parts.Contains(null) ? null : string.Join(between, parts);
    }

    // What matches may stand anywhere in the text: where it is too short, or the pattern asks for neighbours.
    private static string Surrounded(string text, PatternText pattern, int least, int attempt)
    {
        if (attempt % 5 == 3)
        {
            text = (pattern.IsAnchoredAtStart ? "" : "x") + text + (pattern.IsAnchoredAtEnd ? "" : "x");
        }

        var missing = least - TextRules.CodePoints(text);
        if (missing <= 0 || missing > MaxPaddedLength || (pattern.IsAnchoredAtStart && pattern.IsAnchoredAtEnd))
        {
            return text;
        }

        // A blank keeps a word a word.
        var filler = new string('x', missing - (attempt % 2));
        var blank = attempt % 2 == 0 ? "" : " ";
        return pattern.IsAnchoredAtEnd ? filler + blank + text : text + blank + filler;
    }
}
