using Thymia.Conformance.Reports.Model.Map;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>A case and its exchange as the page shows them: masked, and cut to what one reads.</summary>
public sealed record ShownExchange
{
    public required string CaseId { get; init; }

    public required string Title { get; init; }

    public required CellOutcome Outcome { get; init; }

    /// <summary>What is said about it, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What was changed to break it; null where nothing was.</summary>
    public string? Change { get; init; }

    /// <summary>What the contract demands of the answer, as a clause.</summary>
    public required string Expected { get; init; }

    public required string RequestLine { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; } = [];

    /// <summary>Null where none was sent.</summary>
    public string? RequestBody { get; init; }

    /// <summary>Null where there was no answer.</summary>
    public int? Status { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> AnswerHeaders { get; init; } = [];

    public string? AnswerBody { get; init; }

    /// <summary>Such as <c>3 ms</c>; null where nothing was sent.</summary>
    public string? Time { get; init; }

    /// <summary>
    /// Null where there are so many exchanges that lines for those that went well would fill the page.
    /// </summary>
    public string? Curl { get; init; }

    public string? Reproduce { get; init; }
}
