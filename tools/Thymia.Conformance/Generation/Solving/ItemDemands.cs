using System.Collections.Immutable;
using System.Globalization;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>What each item of a list must fit.</summary>
internal sealed class ItemDemands
{
    private readonly List<SchemaPart> _parts;
    private readonly ImmutableList<Literal> _literals;
    private readonly List<(int From, int Count, Demand Demand)> _contained = [];
    private readonly List<(int At, Demand Demand)> _failing = [];

    /// <param name="from">Which item is the first of those that the list must contain.</param>
    public ItemDemands(ImmutableList<Literal> literals, int from = 0)
    {
        _literals = literals;
        AreUnique = literals.Exists(l =>
            l is { Keyword: "uniqueItems", Holds: true }
            && l.Part.Json.GetProperty("uniqueItems").ValueKind == System.Text.Json.JsonValueKind.True
        );
        _parts =
        [
            .. literals
                .Where(l => l.Holds && l.Keyword is "prefixItems" or "items")
                .Select(l => l.Part)
                .DistinctBy(p => p.Pointer),
        ];
        foreach (var contains in literals.Where(l => l is { Keyword: "contains", Holds: true }))
        {
            Contained = Math.Max(Contained, from);
            var count = contains.Part.Number("minContains")?.AsDecimal is { } least ? (int)Math.Min(least, 100_000) : 1;
            _contained.Add((Contained, count, new Demand(contains.Part.Child("contains"), true)));
            Contained += count;
        }

        foreach (
            var failing in literals.Where(l => !l.Holds && l.Keyword is "items" or "prefixItems" or "unevaluatedItems")
        )
        {
            var at =
                failing.Keyword == "prefixItems"
                    ? int.Parse(failing.Name, CultureInfo.InvariantCulture)
                    : Prefix(failing.Part);
            var schema =
                failing.Keyword == "prefixItems"
                    ? failing.Part.Child("prefixItems", at)
                    : failing.Part.Child(failing.Keyword);
            _failing.Add((at, new Demand(schema, false)));
            Contained = Math.Max(Contained, at + 1);
        }
    }

    public bool AreUnique { get; }

    /// <summary>How many items at the beginning have schemas of their own.</summary>
    public int Prefixed => _parts.Select(Prefix).DefaultIfEmpty(0).Max();

    /// <summary>Whether what the list must contain may stand elsewhere in it.</summary>
    public bool AreMovable => Prefixed > 0 && _contained.Count > 0;

    /// <summary>How many items the list has at least, so that all it must contain is there.</summary>
    public int Contained { get; }

    /// <summary>How many there may be before one is reached that no value fits.</summary>
    public int Most =>
        _parts
            .Select(p => p.Has("items") && p.Child("items").IsFalse ? Prefix(p) : int.MaxValue)
            .DefaultIfEmpty(int.MaxValue)
            .Min();

    public IReadOnlyList<Demand> At(int index)
    {
        var demands = new List<Demand>();
        var isEvaluated = false;
        foreach (var part in _parts)
        {
            if (index < Prefix(part))
            {
                demands.Add(new Demand(part.Child("prefixItems", index), true));
                isEvaluated = true;
            }
            else if (part.Has("items"))
            {
                demands.Add(new Demand(part.Child("items"), true));
                isEvaluated = true;
            }
        }

        var isContained = _contained
            .Where(c => index >= c.From && index < c.From + c.Count)
            .Select(c => c.Demand)
            .ToList();
        demands.AddRange(isContained);
        demands.AddRange(_failing.Where(f => f.At == index).Select(f => f.Demand));
        foreach (var literal in _literals)
        {
            demands.AddRange(Further(literal, isEvaluated || isContained.Count > 0, isContained.Count > 0));
        }

        return demands;
    }

    private static IEnumerable<Demand> Further(Literal literal, bool isEvaluated, bool isContained) =>
        literal switch
        {
            { Keyword: "unevaluatedItems", Holds: true } when !isEvaluated =>
            [
                new Demand(literal.Part.Child("unevaluatedItems"), true),
            ],
            { Keyword: "contains", Holds: false } => [new Demand(literal.Part.Child("contains"), false)],
            { Keyword: "contains", Holds: true } when !isContained && literal.Part.Has("maxContains") =>
            [
                new Demand(literal.Part.Child("contains"), false),
            ],
            _ => [],
        };

    private static int Prefix(SchemaPart part) =>
        part.Has("prefixItems") ? part.Json.GetProperty("prefixItems").GetArrayLength() : 0;
}
