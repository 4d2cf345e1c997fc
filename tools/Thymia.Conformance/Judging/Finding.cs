namespace Thymia.Conformance.Judging;

/// <summary>One negative answer of a check.</summary>
public sealed record Finding
{
    /// <summary>The check's id, such as <c>response-schema</c>.</summary>
    public required string Check { get; init; }

    public required string CaseId { get; init; }

    /// <summary><c>POST /v1/calls</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Where in request or answer: <c>answer body at /createdAt</c>.</summary>
    public required string Location { get; init; }

    /// <summary>The location with any index in it as <c>*</c>: one cause shows at many.</summary>
    public string Place => Places.AnyIndex(Location);

    /// <summary>What was there, free of secrets and personal data.</summary>
    public required string Found { get; init; }

    public required string Expected { get; init; }

    /// <summary>What demands it: a schema and its keyword, a clause of prose, or sense.</summary>
    public required string Source { get; init; }

    /// <summary>The finding as one sentence.</summary>
    public string Sentence => $"{Operation}, {Location}: found {Found}, expected {Expected} ({Source})";
}
