using System.Buffers;
using System.Text.RegularExpressions;
using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>Finds what stands behind a name in text that is no JSON, or that holds JSON as text.</summary>
internal sealed class LooseNames
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly IReadOnlyList<(string Name, Regex Quoted, Regex Bare)> _names;
    private readonly SearchValues<string> _any;

    public LooseNames(IEnumerable<JsonPath> paths)
    {
        string[] names = [.. paths.Select(p => p.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        _names = [.. names.Select(n => (n, Pattern(n, ""), Pattern(n, "?")))];
        _any = SearchValues.Create(names, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>In a sentence only a name in quotes has a value behind it: a message may well begin with the name.</summary>
    public string ReplaceQuoted(string text, Func<string, string> mask) =>
        HoldsNone(text) ? text : _names.Aggregate(text, (t, n) => Replace(t, n.Name, n.Quoted, mask));

    public string Replace(string text, Func<string, string> mask) =>
        HoldsNone(text) ? text : _names.Aggregate(text, (t, n) => Replace(t, n.Name, n.Bare, mask));

    // So it is of nearly every text, and one search for all names is far shorter than one for each.
    private bool HoldsNone(string text) => !text.AsSpan().ContainsAny(_any);

    private static string Replace(string text, string name, Regex pattern, Func<string, string> mask) =>
        text.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? pattern.Replace(text, m => m.Groups[1].Value + mask(m.Groups[2].Value))
            : text;

    /// <param name="quantity">How many quotes may stand there.</param>
    private static Regex Pattern(string name, string quantity) => new(
        $"""(\\*['"]{quantity}{Regex.Escape(name)}\\*['"]{quantity}\s*[:=]\s*\\*['"]?)([^'",{"}"}&\\]+)""", Options);
}
