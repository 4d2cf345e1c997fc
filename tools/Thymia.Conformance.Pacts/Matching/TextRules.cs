using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Regular expressions as Pact's core reads them: found anywhere in the text, unless anchored.</summary>
internal static partial class TextRules
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<string, Regex?> Compiled = new(StringComparer.Ordinal);

    /// <summary>False as well where the expression is none, or takes too long on this text.</summary>
    public static bool Fits(string pattern, string text)
    {
        try
        {
            return Compiled.GetOrAdd(pattern, Compile)?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>True where an expression can be read here.</summary>
    public static bool IsPattern(string pattern) => Compiled.GetOrAdd(pattern, Compile) is not null;

    public static bool IsSemanticVersion(string text) => SemanticVersion().IsMatch(text);

    private static Regex? Compile(string pattern)
    {
        // At the end of the text, and not before its last line break as in .NET.
        var anchored =
            pattern.EndsWith('$') && !pattern.EndsWith(@"\$", StringComparison.Ordinal)
                ? pattern[..^1] + @"\z"
                : pattern;
        foreach (var options in new[] { RegexOptions.NonBacktracking, RegexOptions.None })
        {
            try
            {
                return new Regex(anchored, options | RegexOptions.CultureInvariant, TimeOut);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                // The other way, with assertions and references, or not at all.
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"
            + @"(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex SemanticVersion();
}
