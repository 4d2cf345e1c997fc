using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Whole payloads in which every two choices meet once: each optional property there or not, each enumeration's
/// members.
/// </summary>
internal sealed class Combinations(CaseFactory factory)
{
    private const int MaxLevels = 400;
    private const int MaxMembers = 60;

    public IEnumerable<CasePlan> All()
    {
        var optional = OptionalPlaces().ToList();
        var enums = factory
            .Shape.Sites.Where(s =>
                s.Node.Enum is { Count: > 1 }
                && !s.Concrete.Contains("/0", StringComparison.Ordinal)
                && s.Branches.Count == 0
            )
            .ToList();
        var room = factory.Shape.Limits.MaxCases / 4;
        (optional, enums) = Reduced(optional, enums);
        var levels = (int[])[.. optional.Select(_ => 2), .. enums.Select(e => e.Node.Enum!.Count)];
        return levels.Length < 2
            ? []
            : Pairwise
                .Rows(levels, room)
                .Select(
                    (row, i) =>
                        factory.Valid(Location.Body, "combination", $"{i + 1}", Tier.Plausible, d =>
                            Request(optional, enums, row, d)
                        )
                );
    }

    // Pairs grow with the square of what there is to choose from: the first choices stand for all.
    private static (List<string>, List<SchemaSite>) Reduced(List<string> optional, List<SchemaSite> enums)
    {
        var small = enums.Where(e => e.Node.Enum!.Count <= MaxMembers).ToList();
        return optional.Count + small.Sum(e => e.Node.Enum!.Count) <= MaxLevels && small.Count == enums.Count
            ? (optional, enums)
            : ([.. optional.Take(MaxLevels / 2)], [.. small.Take(MaxLevels / MaxMembers)]);
    }

    private CaseRequest Request(List<string> optional, List<SchemaSite> enums, int[] row, Draw draw)
    {
        var present = optional.Where((_, i) => row[i] == 1).ToHashSet(StringComparer.Ordinal);
        var members = enums.Select((site, i) => (site.Concrete, Member: site.Node.Enum![row[optional.Count + i]]));
        return factory.Request(
            draw,
            factory.Shape.Values.Make(
                factory.Shape.Body!.Root,
                new Recipe
                {
                    Draw = draw,
                    Includes = present.Contains,
                    MayKeepData = true,
                    MayDial = true,
                    Fixed = members.ToDictionary(m => m.Concrete, m => JsonNode.Parse(m.Member.GetRawText())),
                }
            )
        );
    }

    private IEnumerable<string> OptionalPlaces() =>
        from site in factory.Shape.Sites
        where site.Branches.Count == 0 && !site.Concrete.Contains("/0", StringComparison.Ordinal)
        from property in site.Node.Properties
        where !site.Node.Required.Contains(property.Key)
        select JsonPointer.Append(site.Concrete, property.Key);
}
