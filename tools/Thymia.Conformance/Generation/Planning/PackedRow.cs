namespace Thymia.Conformance.Generation.Planning;

/// <summary>A request that carries several valid edges at once, each at a place of its own.</summary>
/// <param name="Plan">The request as a case.</param>
/// <param name="Edges">The cases that it stands for where it passes.</param>
/// <param name="Narrow">The same with some of the edges alone.</param>
internal sealed record PackedRow(
    CasePlan Plan,
    IReadOnlyList<CasePlan> Edges,
    Func<IReadOnlyList<CasePlan>, CasePlan> Narrow
);
