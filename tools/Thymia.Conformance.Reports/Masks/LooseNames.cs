using System.Buffers;
using System.Text;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>
/// Finds what stands behind a name in text that is no JSON, or that holds JSON as text. It reads a provider's bytes, so
/// it goes through them once and never back: no expression that could.
/// </summary>
internal sealed class LooseNames
{
    private static readonly SearchValues<char> EndsOfValue = SearchValues.Create("'\",}&\\");

    private readonly string[] _names;
    private readonly SearchValues<string> _any;

    public LooseNames(IEnumerable<JsonPath> paths)
    {
        _names = [.. paths.Select(p => p.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        _any = SearchValues.Create(_names, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// In a sentence only a name in quotes has a value behind it: a message may well begin with the name.
    /// </summary>
    public string ReplaceQuoted(string text, Func<string, string> mask) => Replace(text, mask, quoted: true);

    public string Replace(string text, Func<string, string> mask) => Replace(text, mask, quoted: false);

    // In nearly every text there is none, and one search for all names is far shorter than one for each.
    private string Replace(string text, Func<string, string> mask, bool quoted) =>
        !text.AsSpan().ContainsAny(_any) ? text : _names.Aggregate(text, (t, name) => Replace(t, name, mask, quoted));

    private static string Replace(string text, string name, Func<string, string> mask, bool quoted)
    {
        var result = new StringBuilder();
        var done = 0;
        for (var at = Next(text, name, 0); at >= 0; at = Next(text, name, Math.Max(done, at + name.Length)))
        {
            var isQuoted = at > 0 && IsQuote(text[at - 1]);
            if (
                (isQuoted || !quoted)
                && ValueBehind(text, at + name.Length, quoted) is ({ } start, var end)
                && end > start
            )
            {
                result.Append(text, done, start - done).Append(mask(text[start..end]));
                done = end;
            }
        }

        return done == 0 ? text : result.Append(text, done, text.Length - done).ToString();
    }

    private static int Next(string text, string name, int from) =>
        text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the value begins and ends; null where no sign says that one follows.</summary>
    private static (int? Start, int End) ValueBehind(string text, int at, bool quoted)
    {
        at = SkipBackslashes(text, at);
        var isQuoted = at < text.Length && IsQuote(text[at]);
        at = SkipBlanks(text, isQuoted ? at + 1 : at);
        if ((quoted && !isQuoted) || at >= text.Length || text[at] is not (':' or '='))
        {
            return (null, 0);
        }

        at = SkipBackslashes(text, SkipBlanks(text, at + 1));
        at += at < text.Length && IsQuote(text[at]) ? 1 : 0;
        var length = text.AsSpan(at).IndexOfAny(EndsOfValue);
        return (at, length < 0 ? text.Length : at + length);
    }

    private static int SkipBackslashes(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAnyExcept('\\');
        return length < 0 ? text.Length : at + length;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsQuote(char c) => c is '\'' or '"';
}
