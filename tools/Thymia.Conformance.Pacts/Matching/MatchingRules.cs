using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>
/// The matching rules of one request or response, in the layout of V2 (<c>$.body.id</c>) or that of V3 and V4, by
/// category.
/// </summary>
internal sealed class MatchingRules
{
    private static readonly string[] V2Categories = ["body", "headers", "header", "query", "path"];

    private readonly List<(RulePath Path, RuleSet Rules)> _body = [];
    private readonly Dictionary<string, RuleSet> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RuleSet> _query = new(StringComparer.Ordinal);

    /// <summary>Of the path; null where it must be as shown.</summary>
    public RuleSet? Path { get; private set; }

    /// <summary>Every rule, wherever it holds.</summary>
    public IEnumerable<RuleSet> All =>
        [
            .. _body.Select(b => b.Rules),
            .. _headers.Values,
            .. _query.Values,
            .. Path is { } path ? [path] : (RuleSet[])[],
        ];

    /// <param name="rules">What an interaction's request or response has under <c>matchingRules</c>.</param>
    public static MatchingRules Read(JsonElement? rules)
    {
        var result = new MatchingRules();
        foreach (var member in rules is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : default)
        {
            if (member.Name.StartsWith('$'))
            {
                result.AddV2(member.Name, member.Value);
            }
            else
            {
                result.AddCategory(member.Name, member.Value);
            }
        }

        return result;
    }

    /// <summary>
    /// Rules for a body alone, each at its path, as an <c>arrayContains</c> has them for one of its variants.
    /// </summary>
    public static MatchingRules OfBody(JsonElement? rules)
    {
        var result = new MatchingRules();
        if (rules is { } body)
        {
            result.AddCategory("body", body);
        }

        return result;
    }

    /// <summary>The same for XML, where a list is the elements of one name, and an index says nothing more.</summary>
    public MatchingRules WithoutIndexes()
    {
        var result = new MatchingRules { Path = Path };
        result._body.AddRange(_body.Select(b => (b.Path.WithoutIndexes(), b.Rules)));
        return result;
    }

    public RuleSet? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>The rules of one query parameter; of <c>$.name[*]</c> and the like as well.</summary>
    public RuleSet? Query(string name) => _query.GetValueOrDefault(name);

    /// <summary>
    /// The rules that hold at a place of a body: those of the path that names it most exactly, else of one above it.
    /// </summary>
    public RuleSet? At(IReadOnlyList<string> place)
    {
        var best = _body
            .Select(b => (b.Path, b.Rules, Weight: b.Path.WeightAt(place)))
            .Where(b => b.Weight > 0 && (b.Path.Length == place.Count || b.Rules.Cascades))
            .OrderByDescending(b => b.Weight)
            .ThenByDescending(b => b.Path.Length)
            .FirstOrDefault();
        return best.Path is null ? null : best.Rules with { IsDirect = best.Path.Length == place.Count };
    }

    /// <summary>True where a rule holds for whatever stands below a place.</summary>
    public bool HasAnyBelow(IReadOnlyList<string> place) => _body.Exists(b => b.Path.IsAnyBelow(place));

    /// <summary>
    /// True where a place is an object of any name and nothing is said of what is in it: then any value will do there.
    /// </summary>
    public bool IsFree(IReadOnlyList<string> place) =>
        At(place) is { IsDirect: true, IsOfAnyName: true }
        && !_body.Exists(b => !b.Rules.IsOfAnyName && b.Path.IsBelow(place));

    private void AddV2(string path, JsonElement rule)
    {
        var rest = path[1..].TrimStart('.');
        var category = V2Categories.FirstOrDefault(c => rest.StartsWith(c, StringComparison.Ordinal)) ?? "";
        var below = rest[category.Length..];
        var rules = RuleSet.OfOne(rule);
        if (category == "body")
        {
            _body.Add((RulePath.Parse("$" + below), rules));
        }
        else
        {
            Add(category, below, rules);
        }
    }

    private void AddCategory(string category, JsonElement value)
    {
        if (PactJson.Member(value, "matchers") is not null)
        {
            Add(category, "", RuleSet.Read(value));
            return;
        }

        foreach (
            var (name, rules) in value.ValueKind == JsonValueKind.Object
                ? value.EnumerateObject().Select(p => (p.Name, p.Value))
                : []
        )
        {
            if (category == "body")
            {
                _body.Add((RulePath.Parse(name), RuleSet.Read(rules)));
            }
            else
            {
                Add(category, name, RuleSet.Read(rules));
            }
        }
    }

    private void Add(string category, string place, RuleSet rules)
    {
        var name = NameOf(place);
        switch (category)
        {
            case "path":
                Path = rules;
                break;
            case "header" or "headers":
                _headers.TryAdd(name, rules);
                break;
            case "query":
                _query.TryAdd(name, rules);
                break;
            default:
                break;
        }
    }

    // .name, ['name'], name[*], $.name[0] and name are one header or parameter.
    private static string NameOf(string place) =>
        place
            .TrimStart('$', '.')
            .Split("[*]")[0]
            .Replace("['", "", StringComparison.Ordinal)
            .Replace("']", "", StringComparison.Ordinal)
            is var name
        && name.EndsWith(']')
        && name.Contains('[', StringComparison.Ordinal)
            ? name[..name.LastIndexOf('[')]
            : name;
}
