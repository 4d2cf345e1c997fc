using Thymia.Conformance.Running;

namespace Thymia.Conformance.Cli.Running;

/// <summary>What became of the pacts of a run.</summary>
/// <param name="Reports">A label and a line for each file.</param>
/// <param name="ExitCode">0 where Pact's verifier confirmed them or was not asked, 1 where it did not, 2 where they
/// could not be written, 3 where the verifier got no answer.</param>
internal sealed record PactOutcome(IReadOnlyList<(string Label, string Value)> Reports, int ExitCode)
{
    /// <summary>What Pact's verifier objects to, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
