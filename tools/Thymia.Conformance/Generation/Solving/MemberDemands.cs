using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>What each property of an object must fit, and which names it may and must have.</summary>
internal sealed class MemberDemands
{
    private const int MaxNames = 12;

    private readonly ValueSolver _solver;
    private readonly SolvedPlace _place;
    private readonly ImmutableList<Literal> _literals;
    private readonly List<SchemaPart> _parts;
    private readonly Dictionary<string, List<Demand>> _failing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);

    public MemberDemands(ValueSolver solver, SolvedPlace place, ImmutableList<Literal> literals)
    {
        (_solver, _place, _literals) = (solver, place, literals);
        _parts =
        [
            .. literals
                .Where(l => l.Holds && l.Keyword is "properties" or "patternProperties" or "additionalProperties")
                .Select(l => l.Part)
                .DistinctBy(p => p.Pointer),
        ];
        foreach (var literal in literals.Where(l => !l.Holds))
        {
            if (Failing(literal) is var (name, demand))
            {
                _ = literal.Keyword == "properties" || _chosen.Add(name);
                (_failing.TryGetValue(name, out var demands) ? demands : _failing[name] = []).Add(demand);
            }
        }
    }

    /// <summary>Names that must be there, with the schema that says so.</summary>
    public IEnumerable<(string Name, string Pointer)> Required =>
        _literals
            .Where(l => l is { Keyword: Literal.Presence, Holds: true })
            .Select(l => (l.Name, l.Part.Pointer))
            .Concat(_failing.Keys.Select(n => (n, _place.Blamed)))
            .DistinctBy(r => r.Item1);

    /// <summary>Whether another name might have served as well as this one.</summary>
    public bool IsChosen(string name) => _chosen.Contains(name);

    /// <summary>Names that may be there, the documented ones first; without end where any name will do.</summary>
    public IEnumerable<string> Offered =>
        Declared.Concat(Matching).Concat(Named).Concat(Invented).Distinct().Where(MayHave);

    public IReadOnlyList<Demand> Of(string name)
    {
        var demands = new List<Demand>(_failing.GetValueOrDefault(name) ?? []);
        var isEvaluated = false;
        foreach (var part in _parts)
        {
            var found = Governing(part, name);
            demands.AddRange(found);
            isEvaluated |= found.Count > 0 || part.Has("additionalProperties");
        }

        demands.AddRange(
            _literals
                .Where(l => l is { Keyword: "unevaluatedProperties", Holds: true } && !isEvaluated)
                .Select(l => new Demand(l.Part.Child("unevaluatedProperties"), true))
        );
        return demands;
    }

    /// <summary>Whether nothing forbids the name itself.</summary>
    public bool MayHave(string name) =>
        !Of(name).Any(d => d is { Holds: true, Part.IsFalse: true })
        && !_literals.Exists(l => l is { Keyword: Literal.Presence, Holds: false } && l.Name == name)
        && _literals.TrueForAll(l => l.Keyword != "propertyNames" || !l.Holds || Takes(l.Part, name));

    private IEnumerable<string> Declared =>
        _parts
            .Where(p => p.Has("properties"))
            .SelectMany(p => p.Json.GetProperty("properties").EnumerateObject())
            .Select(p => p.Name);

    private IEnumerable<string> Matching =>
        from part in _parts.Where(p => p.Has("patternProperties"))
        from pattern in part.Json.GetProperty("patternProperties").EnumerateObject()
        from name in NamesOf(pattern.Name)
        select name;

    private IEnumerable<string> NamesOf(string pattern) =>
        from i in Enumerable.Range(0, 4)
        let seed = _place.Search.Draw.Seed.Derive(pattern).Derive(i)
        let name = PatternSearch.Find([pattern], i * 2, 200, seed)
        where name is not null
        select name;

    // The first that nothing forbids, or else the first there is.
    private string? Chosen(IEnumerable<string> names)
    {
        string? first = null;
        foreach (var name in names)
        {
            if (MayHave(name))
            {
                return name;
            }

            first ??= name;
        }

        return first;
    }

    // Names that the rule for names offers: several, each unlike those before.
    private IEnumerable<string> Named =>
        _literals.Where(l => l is { Keyword: "propertyNames", Holds: true }).SelectMany(Fitting);

    private IEnumerable<string> Fitting(Literal literal)
    {
        var avoided = ImmutableHashSet<string>.Empty;
        for (var i = 0; i < MaxNames; i++)
        {
            var name = new SolvedPlace(
                _place.Search,
                [new Demand(literal.Part.Child("propertyNames"), true)],
                $"{_place.Pointer}/#name{i}",
                default
            );
            if (
                _solver.Solve(name with { Avoided = avoided }) is not Solution.Found { Value: JsonValue value }
                || !value.TryGetValue<string>(out var text)
            )
            {
                yield break;
            }

            avoided = avoided.Add(value.ToJsonString());
            yield return text;
        }
    }

    private static IEnumerable<string> Invented => Enumerable.Range(1, 2_000).Select(i => $"key{i}");

    private static List<Demand> Governing(SchemaPart part, string name)
    {
        var found = new List<Demand>();
        if (part.Has("properties") && part.Json.GetProperty("properties").TryGetProperty(name, out _))
        {
            found.Add(new Demand(part.Child("properties", name), true));
        }

        if (part.Has("patternProperties"))
        {
            found.AddRange(
                part.Json.GetProperty("patternProperties")
                    .EnumerateObject()
                    .Where(p => EcmaMatcher.IsMatch(p.Name, name))
                    .Select(p => new Demand(part.Child("patternProperties", p.Name), true))
            );
        }

        if (found.Count == 0 && part.Has("additionalProperties"))
        {
            found.Add(new Demand(part.Child("additionalProperties"), true));
        }

        return found;
    }

    // The property that makes a keyword fail, and what it must fit to do so.
    private (string Name, Demand Demand)? Failing(Literal literal)
    {
        var part = literal.Part;
        switch (literal.Keyword)
        {
            case "properties":
                return (literal.Name, new Demand(part.Child("properties", literal.Name), false));
            case "patternProperties":
                var matching = Chosen(
                    NamesOf(literal.Name).Concat(Declared.Where(n => EcmaMatcher.IsMatch(literal.Name, n)))
                );
                return matching is null
                    ? null
                    : (matching, new Demand(part.Child("patternProperties", literal.Name), false));
            case "additionalProperties" or "unevaluatedProperties":
                var other = Chosen(
                    Declared
                        .Concat(Matching)
                        .Concat(Invented.Take(MaxNames))
                        .Where(n => Governing(part.Less("additionalProperties"), n).Count == 0)
                );
                return other is null ? null : (other, new Demand(part.Child(literal.Keyword), false));
            case "propertyNames":
                var name = Chosen(
                    ((string[])["", "a", "A", "x y", "0", "a-much-longer-name-than-most"])
                        .Concat(Declared)
                        .Concat(Matching)
                        .Where(n => !Takes(part, n))
                );
                return name is null ? null : (name, new Demand(part.Child("propertyNames"), false));
            default:
                return null;
        }
    }

    private bool Takes(SchemaPart part, string name) =>
        _solver.Fits(part.Child("propertyNames"), Payloads.ToElement(JsonValue.Create(name)));
}
