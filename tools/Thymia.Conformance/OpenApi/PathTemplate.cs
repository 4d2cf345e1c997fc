using System.Text;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.OpenApi;

/// <summary>A path with expressions in braces: whole segments, with text around them, or several in one.</summary>
public sealed partial class PathTemplate
{
    private readonly Regex _matcher;

    private PathTemplate(string text)
    {
        Text = text;
        var parts = Expression().Split(text);
        var pattern = new StringBuilder("^");
        var names = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part is the name between two braces.
            _ = i % 2 == 0 ? pattern.Append(Regex.Escape(parts[i])) : pattern.Append("([^/]*?)");
            names.AddRange(i % 2 == 0 ? [] : [parts[i]]);
        }

        Names = names;
        _matcher = new Regex(
            pattern.Append(@"\z").ToString(),
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );
    }

    /// <summary>As the description writes it.</summary>
    public string Text { get; }

    /// <summary>The names in braces, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public static PathTemplate Parse(string text) => new(text);

    /// <summary>Whether a path, without its query, is one of the template's.</summary>
    public bool Matches(string path) => _matcher.IsMatch(path);

    /// <summary>
    /// What stands for the expression of that name, percent-encoded as it is; null where the path is another.
    /// </summary>
    public string? Find(string path, string name)
    {
        var index = Names.ToList().IndexOf(name);
        return index >= 0 && _matcher.Match(path) is { Success: true } match ? match.Groups[index + 1].Value : null;
    }

    /// <summary>
    /// The text around the expression within its segment, where another text in a value would be mistaken for it.
    /// </summary>
    public string Around(string name)
    {
        var segment = Array.Find(Text.Split('/'), s => s.Contains($"{{{name}}}", StringComparison.Ordinal)) ?? "";
        return Expression().Replace(segment, "");
    }

    [GeneratedRegex(@"\{([^{}/]+)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Expression();
}
