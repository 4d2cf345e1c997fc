using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>The options of <c>oneOf</c>, and those of its failing.</summary>
internal static class ExclusiveChoices
{
    public static IEnumerable<Option> ExactlyOne(IReadOnlyList<SchemaPart> branches, bool isStrict) =>
        Enumerable
            .Range(0, branches.Count)
            .Select(i =>
                Option.Of(
                    isStrict
                        ? [.. branches.Select((b, j) => new Demand(b, i == j))]
                        : (Demand[])[new Demand(branches[i], true)]
                )
            );

    public static IEnumerable<Option> NoneOrTwo(IReadOnlyList<SchemaPart> branches) =>
        from i in Enumerable.Range(-1, branches.Count + 1)
        from j in i < 0 ? [0] : Enumerable.Range(i + 1, branches.Count - i - 1)
        select Option.Of(
            i < 0
                ? [.. branches.Select(b => new Demand(b, false))]
                : (Demand[])[new Demand(branches[i], true), new Demand(branches[j], true)]
        );
}
