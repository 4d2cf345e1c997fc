namespace Thymia.Conformance;

/// <summary>What became of one case.</summary>
/// <param name="Id">The same in every run of the same description and seed.</param>
/// <param name="Operation">Method and path, such as <c>POST /v1/calls</c>.</param>
/// <param name="Title">What is special about the request: place, keyword and kind.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it neither passed nor failed, as a clause; null where it did.</param>
public sealed record CaseResult(string Id, string Operation, string Title, CaseOutcome Outcome, string? Reason)
{
    /// <summary>What is wrong with the answer; none unless it failed.</summary>
    public IReadOnlyList<CaseFinding> Findings { get; init; } = [];
}
