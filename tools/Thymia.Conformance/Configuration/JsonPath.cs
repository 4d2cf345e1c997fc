using System.Text.RegularExpressions;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// A JSONPath (RFC 9535) of names, <c>*</c> and <c>..</c>: <c>$.user.name</c>, <c>$.items[*].id</c>,
/// <c>$..dateOfBirth</c>. Names match in any case.
/// </summary>
public sealed partial class JsonPath
{
    private readonly IReadOnlyList<(string Name, bool Below)> _steps;

    private JsonPath(string text, IReadOnlyList<(string Name, bool Below)> steps)
    {
        Text = text;
        _steps = steps;
    }

    public string Text { get; }

    /// <summary>The last name; null where any will do.</summary>
    public string? Name => _steps[^1].Name is var name && name != "*" ? name : null;

    /// <summary>The path; null where the text is none, or uses more of the language than that.</summary>
    public static JsonPath? Parse(string text)
    {
        var whole = Whole().Match(text.Trim());
        return whole.Success
            ? new JsonPath(
                text.Trim(),
                [
                    .. Step()
                        .Matches(whole.Groups[1].Value)
                        .Select(m => (m.Groups["name"].Value, m.Value.StartsWith("..", StringComparison.Ordinal))),
                ]
            )
            : null;
    }

    /// <param name="segments">Names and indexes from the root.</param>
    public bool Matches(IReadOnlyList<string> segments) => MayMatch(segments) && Matches(segments, 0, 0);

    // Of most places the last name tells at once that they are not meant.
    private bool MayMatch(IReadOnlyList<string> segments) => segments.Count > 0 && Names(_steps[^1].Name, segments[^1]);

    private bool Matches(IReadOnlyList<string> segments, int at, int step)
    {
        if (step == _steps.Count)
        {
            return at == segments.Count;
        }

        var (name, below) = _steps[step];
        for (var i = at; i < segments.Count && (i == at || below); i++)
        {
            if (Names(name, segments[i]) && Matches(segments, i + 1, step + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(string name, string segment) =>
        name == "*" || string.Equals(name, segment, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\$((?:\.\.?[\w*-]+|\[(?:\*|\d+|'[^']+')\])+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\.\.?(?<name>[\w*-]+)|\[(?<name>\*|\d+)\]|\['(?<name>[^']+)'\]",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Step();
}
