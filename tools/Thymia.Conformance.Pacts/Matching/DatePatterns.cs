using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Dates and times by patterns in the style of Java, such as <c>yyyy-MM-dd'T'HH:mm:ssX</c>.</summary>
internal static class DatePatterns
{
    private static readonly ConcurrentDictionary<string, string?> Expressions = new(StringComparer.Ordinal);

    /// <summary>The pattern that a rule without one means.</summary>
    public static string Default(string kind) =>
        kind switch
        {
            "date" => "yyyy-MM-dd",
            "time" => "HH:mm:ss",
            _ => "yyyy-MM-dd'T'HH:mm:ssXXX",
        };

    /// <summary>False as well where the pattern uses what is not known here.</summary>
    public static bool Fits(string pattern, string text) =>
        Expressions.GetOrAdd(pattern, Translate) is { } expression && TextRules.Fits(expression, text);

    /// <summary>True where every letter of the pattern is known here.</summary>
    public static bool IsKnown(string pattern) => Expressions.GetOrAdd(pattern, Translate) is not null;

    /// <summary>The pattern's pieces: a run of one letter, or text that stands for itself.</summary>
    public static IEnumerable<(char Letter, int Count, string Text)> Pieces(string pattern)
    {
        for (var i = 0; i < pattern.Length; )
        {
            var c = pattern[i];
            if (c == '\'')
            {
                var end = pattern.IndexOf('\'', i + 1) is >= 0 and var found ? found : pattern.Length - 1;
                yield return ('\'', 0, end == i + 1 ? "'" : pattern[(i + 1)..end]);
                i = end + 1;
                continue;
            }

            var count = pattern.AsSpan(i).IndexOfAnyExcept(c) is >= 0 and var length ? length : pattern.Length - i;
            yield return char.IsAsciiLetter(c) ? (c, count, "") : ('\'', 0, pattern.Substring(i, count));
            i += count;
        }
    }

    private static string? Translate(string pattern)
    {
        var parts = Pieces(pattern)
            .Select(p => p.Letter == '\'' ? Regex.Escape(p.Text) : Expression(p.Letter, p.Count))
            .ToList();
        return parts.Contains(null) ? null : $"^{string.Concat(parts)}$";
    }

    private static string? Expression(char letter, int count) =>
        (letter, count) switch
        {
            ('y' or 'u', 2) => @"\d{2}",
            ('y' or 'u', _) => $@"-?\d{{{count},}}",
            ('M' or 'L', 1) => "(1[0-2]|[1-9])",
            ('M' or 'L', 2) => "(0[1-9]|1[0-2])",
            ('M' or 'L' or 'E' or 'z' or 'G', _) => @"[\p{L} ]+",
            ('d', 1) => @"([12]\d|3[01]|[1-9])",
            ('d', _) => @"(0[1-9]|[12]\d|3[01])",
            ('H', 1) => @"(1\d|2[0-3]|\d)",
            ('H', _) => @"([01]\d|2[0-3])",
            ('h', _) => "(0?[1-9]|1[0-2])",
            ('m' or 's', 1) => @"([1-5]?\d)",
            ('m' or 's', _) => @"[0-5]\d",
            ('S' or 'n', _) => $@"\d{{{count}}}",
            ('a', _) => "([AaPp][Mm])",
            ('X', 1) => @"(Z|[+-]\d{2}(\d{2})?)",
            ('X', 2) => @"(Z|[+-]\d{4})",
            ('X', _) => @"(Z|[+-]\d{2}:\d{2})",
            ('x', 1) => @"[+-]\d{2}(\d{2})?",
            ('x', 2) => @"[+-]\d{4}",
            ('x', _) => @"[+-]\d{2}:\d{2}",
            ('Z', 5) => @"(Z|[+-]\d{2}:\d{2})",
            ('Z', _) => @"[+-]\d{2}:?\d{2}",
            _ => null,
        };
}
