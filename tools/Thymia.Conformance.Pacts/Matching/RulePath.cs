using System.Globalization;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>
/// Where a rule of Pact holds in a body, such as <c>$.user['first name']</c>, <c>$.items[*].id</c> or <c>$.*</c>.
/// </summary>
internal sealed partial class RulePath
{
    private const string AnyName = "*";
    private const string AnyIndex = "[*]";

    private readonly IReadOnlyList<string> _steps;

    private RulePath(IReadOnlyList<string> steps)
    {
        _steps = steps;
    }

    public int Length => _steps.Count;

    /// <summary>The path's steps from <c>$</c> on; text that is no path gives what of it can be read.</summary>
    public static RulePath Parse(string text) => new(["$", .. Step().Matches(text).Select(Read)]);

    /// <summary>
    /// How exactly the path names a place or one above it: each name or index counts double, any name or index once;
    /// 0 where it leads elsewhere.
    /// </summary>
    public int WeightAt(IReadOnlyList<string> place)
    {
        if (place.Count < _steps.Count)
        {
            return 0;
        }

        var weight = 2;
        for (var i = 1; i < _steps.Count && weight > 0; i++)
        {
            weight *= WeightOf(_steps[i], place[i]);
        }

        return weight;
    }

    /// <summary>True where the path leads further than a place, through it.</summary>
    public bool IsBelow(IReadOnlyList<string> place) =>
        _steps.Count > place.Count && !place.Where((step, i) => i > 0 && WeightOf(_steps[i], step) == 0).Any();

    /// <summary>The path without <c>[*]</c>.</summary>
    public RulePath WithoutIndexes() => new([.. _steps.Where(s => s != AnyIndex)]);

    /// <summary>True where the path is a place's own with any name below it, as in <c>$.items.*</c>.</summary>
    public bool IsAnyBelow(IReadOnlyList<string> place) =>
        _steps.Count == place.Count + 1 && _steps[^1] == AnyName && WeightAt([.. place, ""]) > 0;

    private static int WeightOf(string step, string actual) =>
        step == actual ? 2
        : step == AnyName ? 1
        : step == AnyIndex && int.TryParse(actual, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? 1
        : 0;

    private static string Read(Match match) =>
        match.Groups["star"].Success ? AnyName
        : match.Groups["every"].Success ? AnyIndex
        : match.Groups["index"].Success ? match.Groups["index"].Value
        : match.Groups["quoted"].Success ? match.Groups["quoted"].Value
        : match.Groups["name"].Value;

    [GeneratedRegex(
        """(?<star>\.\*|\['\*'\])|(?<every>\[\*\])|\[(?<index>\d+)\]|"""
            + """\['(?<quoted>[^']*)'\]|\["(?<quoted>[^"]*)"\]|\.(?<name>[^.\['"]+)""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Step();
}
