namespace Thymia.Conformance;

/// <summary>One way in which the provider broke its description.</summary>
/// <param name="Check">The id of the check, such as <c>invalid-rejected</c>.</param>
/// <param name="Location">Where in the request or the answer.</param>
/// <param name="Sentence">Where, what was found, what was expected, and what demands it.</param>
/// <param name="CaseId">The case that showed it.</param>
public sealed record CaseFinding(string Check, string Location, string Sentence, string CaseId)
{
    /// <summary>The check, the sentence and the case.</summary>
    public override string ToString() => $"{Check}: {Sentence} [{CaseId}]";
}
