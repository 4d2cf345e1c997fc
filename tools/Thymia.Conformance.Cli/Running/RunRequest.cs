using Thymia.Conformance.Configuration;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Running;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Running;

/// <summary>What the command line asks of a run.</summary>
/// <param name="Embedded">How the embedded provider is spoilt; null where it is not.</param>
/// <param name="Pacts">Whether the run is recorded as a pact.</param>
/// <param name="Quiet">Whether only the verdict is shown.</param>
/// <param name="Colour">False where the command line rules colour out.</param>
internal sealed record RunRequest(
    ConformanceOptions Options,
    ProviderOptions? Embedded,
    bool Pacts,
    bool Quiet,
    bool Colour
)
{
    /// <summary>Whether each case is shown as it ends; false by default.</summary>
    public bool Verbose { get; init; }

    /// <summary>The folder of an earlier run to compare with; null for none.</summary>
    public string? CompareWith { get; init; }

    /// <summary>Every setting that was set, by key, as text.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The beginning of the run; null where it begins now.</summary>
    public JournalContent? Begun { get; init; }
}
