using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>One place of the contract, with all that is demanded there.</summary>
/// <param name="Depth">0 for the whole, one more for each step inwards.</param>
/// <param name="Name">The last step: a property, <c>item</c>, or what the place is.</param>
public sealed record MapRow(int Depth, string Name, string Place)
{
    public string? Type { get; init; }

    public bool IsRequired { get; init; }

    public IReadOnlyList<MapGroup> Groups { get; init; } = [];
}

/// <summary>One keyword at a place, with a cell for each way of trying it.</summary>
/// <param name="Value">As the contract states it; null where it states none.</param>
public sealed record MapGroup(string Keyword, string? Value, IReadOnlyList<MapCell> Cells)
{
    /// <summary>How findings name the constraint; null where the contract states none.</summary>
    public string? Source { get; init; }

    /// <summary>For a constraint of an answer: how often it was looked at, and how often it did not hold.</summary>
    public (int Answers, int Broken, RunEvent.CaseJudged? Example)? Watched { get; init; }
}

/// <summary>A part of an operation: its request, or one of its answers.</summary>
public sealed record MapPart(string Title, string Note, IReadOnlyList<MapRow> Rows);

/// <summary>An operation with its parts.</summary>
public sealed record MapTree(string Operation, IReadOnlyList<MapPart> Parts);
