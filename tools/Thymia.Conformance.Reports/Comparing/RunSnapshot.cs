namespace Thymia.Conformance.Reports.Comparing;

/// <summary>A finished run as its <c>results.json</c> tells it, as far as runs are compared.</summary>
public sealed record RunSnapshot
{
    /// <summary>The file it was read from, as the user named it.</summary>
    public string Source { get; init; } = "";

    public required int Version { get; init; }

    public required ulong Seed { get; init; }

    public required string BaseUrl { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required ContractSnapshot Description { get; init; }

    public required int ExitCode { get; init; }

    public required int Cases { get; init; }

    public required int Passed { get; init; }

    public required int Tolerated { get; init; }

    public required int Failed { get; init; }

    /// <summary>Cases that broke the contract only as is known.</summary>
    public int Known { get; init; }

    /// <summary>Null where nobody said by which policy answers were judged.</summary>
    public PolicySnapshot? Policy { get; init; }

    public required IReadOnlyList<FindingSnapshot> Findings { get; init; }

    public required IReadOnlyList<CauseSnapshot> Causes { get; init; }

    public required IReadOnlyList<AnswerSnapshot> Answers { get; init; }

    public required IReadOnlyList<CellSnapshot> Map { get; init; }

    /// <summary>Of the cases that were judged, those that passed, by tolerance or not; from 0 to 1.</summary>
    public double PassShare =>
        Passed + Tolerated + Failed == 0 ? 0 : (double)(Passed + Tolerated) / (Passed + Tolerated + Failed);
}

/// <summary>The contract that a run tested.</summary>
public sealed record ContractSnapshot(string File, string Title, string Version, string Sha256);

/// <summary>By which policy a run was judged.</summary>
public sealed record PolicySnapshot(string Name, string Reason);

/// <summary>A finding of a run.</summary>
public sealed record FindingSnapshot(string Check, string CaseId, string Location, string Sentence)
{
    /// <summary>Which of the run's causes led to it, counted from 1; null where the run did not say.</summary>
    public int? Cause { get; init; }
}

/// <summary>What several findings have in common.</summary>
public sealed record CauseSnapshot(string Check, int Cases, string Sentence);

/// <summary>The answers of one kind.</summary>
public sealed record AnswerSnapshot(string Kind, int Count, LatencySnapshot Milliseconds);

/// <summary>Quantiles of times, in milliseconds.</summary>
public sealed record LatencySnapshot(double P25, double P50, double P75, double P90, double P99, double Longest);

/// <summary>How one way of trying a constraint fared.</summary>
public sealed record CellSnapshot
{
    public required string CaseId { get; init; }

    public required string Operation { get; init; }

    public required string Place { get; init; }

    public required string Keyword { get; init; }

    public required string Kind { get; init; }

    /// <summary>In kebab case, such as <c>as-documented</c>.</summary>
    public required string Outcome { get; init; }

    public int? Status { get; init; }

    /// <summary>The <c>type</c>s of the errors answered.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What makes it the same in two runs.</summary>
    public (string Operation, string Place, string Keyword, string Kind) Key => (Operation, Place, Keyword, Kind);

    /// <summary>Neither right nor let pass.</summary>
    public bool IsBroken => Outcome is "wrong" or "refused" or "accepted" or "error";
}
