using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Misses a pattern, by one character where that is possible.</summary>
internal static class PatternBreaks
{
    private const string Tries = "!_-. x0A\u00E9";

    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("one-character-replaced", c => First(c, Replaced)),
        new("one-character-appended", c => First(c, old => Tries.Select(t => old + t))),
        new("one-character-dropped", c =>
            First(c, old => Enumerable.Range(0, old.Length).Select(i => old.Remove(i, 1)))
        ),
        new("case-changed", c => First(c, old => [old.ToUpperInvariant(), old.ToLowerInvariant()])),
        new("leading-blank", c => First(c, old => [" " + old])),
        new("trailing-newline", c => First(c, old => [old + "\n"])),
        new("empty", c => First(c, _ => [""])),
    ];

    private static Break? First(BreakContext c, Func<string, IEnumerable<string>> candidates)
    {
        var miss = candidates(c.OldText).FirstOrDefault(t => !EcmaMatcher.IsMatch(c.Node.Pattern!, t));
        return miss is null ? null : Break.Text(miss);
    }

    private static IEnumerable<string> Replaced(string old) =>
        from i in Enumerable.Range(0, old.Length)
        from t in Tries
        select string.Concat(old.AsSpan(0, i), t.ToString(), old.AsSpan(i + 1));
}
