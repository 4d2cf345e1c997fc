using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>Matches ECMA-262 patterns by code points, as JSON Schema asks.</summary>
internal static class EcmaMatcher
{
    // Only patterns with assertions or back references are matched by trying; the others take time in proportion to the
    // text. It is much, since on a busy machine seconds may pass without a match having had a turn.
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    /// <exception cref="UnusableInputException">The pattern takes too long on this text.</exception>
    public static bool IsMatch(string pattern, string text)
    {
        try
        {
            return Compiled.GetOrAdd(pattern, Compile).IsMatch(text);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new UnusableInputException(
                "pattern-too-slow",
                $"the pattern takes more than {TimeOut.TotalSeconds} s on a text of {text.Length} characters",
                $"pattern {pattern}",
                "write it without repetitions inside repetitions",
                e
            );
        }
    }

    /// <summary>What is wrong with a pattern, as a clause, and what to do; null where it can be matched.</summary>
    public static (string Problem, string Advice)? Problem(string pattern)
    {
        if (EcmaParser.Parse(pattern) is null)
        {
            return ("is no regular expression of ECMA-262", "correct the pattern");
        }

        try
        {
            Compiled.GetOrAdd(pattern, Compile);
            return null;
        }
        catch (NotSupportedException e)
        {
            return (
                $"uses {e.Message}, which cannot be judged",
                "name a general category or a script, such as \\p{L} or \\p{Script=Greek}, or list the characters"
            );
        }
        catch (ArgumentException)
        {
            return ("cannot be judged", "write it in a simpler way");
        }
    }

    private static Regex Compile(string pattern)
    {
        var parsed = EcmaParser.Parse(pattern) ?? throw new ArgumentException("is no pattern", nameof(pattern));
        var translated = EcmaTranslator.Translate(parsed);
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeOut);
        }
        catch (NotSupportedException)
        {
            return new Regex(translated, RegexOptions.CultureInvariant, TimeOut);
        }
    }
}
