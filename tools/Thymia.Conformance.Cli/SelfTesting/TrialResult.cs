using Thymia.Conformance.Running;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>What came of a trial.</summary>
/// <param name="Checks">The ids of those that found something, the one that the Defect names first.</param>
/// <param name="Requests">Cases sent: until the first finding, or all of them where there was none.</param>
/// <param name="Time">From the provider's start to the first finding, or to the end.</param>
internal sealed record TrialResult(Trial Trial, IReadOnlyList<string> Checks, int Requests, TimeSpan Time)
{
    /// <summary>The counts of the run, which ended early if the check that the Defect names found it.</summary>
    public required RunTotals Totals { get; init; }

    /// <summary>By which policy was judged.</summary>
    public required string Policy { get; init; }

    /// <summary>The first finding as a sentence; null where there was none.</summary>
    public string? First { get; init; }

    public bool IsFound => Checks.Count > 0;

    public bool IsFoundAsMeant => IsFound && Checks[0] == Trial.Defect?.Check;

    /// <summary>True where a provider without a Defect was honoured in every case.</summary>
    public bool IsClean => Totals.ExitCode == 0;
}
