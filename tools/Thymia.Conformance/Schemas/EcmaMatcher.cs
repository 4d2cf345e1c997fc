using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// Matches ECMA-262 patterns, as JSON Schema asks: <c>$</c> is the very end, <c>\d</c> and <c>\w</c> are ASCII.
/// </summary>
internal static class EcmaMatcher
{
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    public static bool IsMatch(string pattern, string text) => Compiled.GetOrAdd(pattern, Compile).IsMatch(text);

    private static Regex Compile(string pattern) =>
        new(Translate(pattern), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30));

    private static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(Escape(pattern[++i], inClass));
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            _ = c == '$' && !inClass ? result.Append(@"\z") : result.Append(c);
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) => (c, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('w', true) => "A-Za-z0-9_",
        ('w', false) => "[A-Za-z0-9_]",
        ('D', false) => "[^0-9]",
        ('W', false) => "[^A-Za-z0-9_]",
        _ => $@"\{c}",
    };
}
