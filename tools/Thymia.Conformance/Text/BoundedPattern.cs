using System.Text.RegularExpressions;

namespace Thymia.Conformance.Text;

/// <summary>
/// A regular expression that somebody wrote in a file, found in what a provider sent: it takes no longer than the text
/// is long, or gives up soon. One that gives up has not matched.
/// </summary>
internal sealed class BoundedPattern
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public BoundedPattern(string pattern)
    {
        _regex = Compiled(pattern);
    }

    public bool IsMatch(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>What the first group took at each match; as far as there was time.</summary>
    public IEnumerable<string> FirstGroups(string text)
    {
        var found = new List<string>();
        try
        {
            foreach (Match match in _regex.Matches(text))
            {
                found.Add(match.Groups[1].Value);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // What was found until then counts.
        }

        return found;
    }

    /// <summary>A text as a pattern that matches nothing else.</summary>
    public static string Literal(string text) => Regex.Escape(text);

    // What looks around itself must go back; everything else need not.
    private static Regex Compiled(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeOut);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeOut);
        }
    }
}
