using Thymia.Conformance.Configuration;
using Thymia.Conformance.Pacts.Broker;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>What the command line asks of a verification.</summary>
/// <param name="Embedded">How the embedded provider is spoilt; null where it is not.</param>
/// <param name="Places">Files and folders of pacts; none takes those of the last run.</param>
/// <param name="ProviderStatesUrl">Null where the provider has no such endpoint; the embedded one has.</param>
internal sealed record VerifyArguments(
    ConformanceOptions Options,
    ProviderOptions? Embedded,
    IReadOnlyList<string> Places,
    Uri? ProviderStatesUrl
)
{
    /// <summary>Whether the provider's states are taken down after each interaction.</summary>
    public bool StateTeardown { get; init; }

    /// <summary>Sent with every request; their values are secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether it is all right that there is nothing to verify.</summary>
    public bool AllowsNoPacts { get; init; }

    /// <summary>Null where the pacts are files.</summary>
    public BrokerAccess? Broker { get; init; }

    /// <summary>Which of the broker's pacts; null without a broker.</summary>
    public PactSelection? Selection { get; init; }

    /// <summary>Null where the results stay here.</summary>
    public ProviderVersion? PublishAs { get; init; }
}
