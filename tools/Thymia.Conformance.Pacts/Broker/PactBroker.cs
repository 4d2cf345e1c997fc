using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>
/// A Pact Broker and what we ask of it. Every method throws <see cref="BrokerException"/> where it is refused.
/// </summary>
public sealed class PactBroker(BrokerAccess access) : IDisposable
{
    private readonly BrokerClient _client = new(access);

    public void Dispose() => _client.Dispose();

    /// <summary>Publishes all pacts or none; the same once more changes nothing.</summary>
    /// <exception cref="UnusableInputException">There is nothing to publish, or not of one consumer.</exception>
    public Task<PublicationResult> PublishAsync(Publication publication, CancellationToken cancellation) =>
        ContractPublisher.PublishAsync(_client, publication, cancellation);

    /// <param name="environment">Null asks about the latest versions of all others.</param>
    public Task<DeployAnswer> CanIDeployAsync(
        string pacticipant,
        string version,
        string? environment,
        CancellationToken cancellation
    ) => Deployments.AskAsync(_client, pacticipant, version, environment, cancellation);

    public Task RecordDeploymentAsync(
        string pacticipant,
        string version,
        string environment,
        CancellationToken cancellation
    ) => Deployments.RecordAsync(_client, pacticipant, version, environment, cancellation);

    /// <summary>Brings the pacts to be verified onto this machine.</summary>
    public Task<BrokerPacts> FetchAsync(PactSelection selection, CancellationToken cancellation) =>
        BrokerPacts.FetchAsync(_client, selection, cancellation);

    /// <summary>Publishes how one pact fared, unless that is not known; says whether it did.</summary>
    /// <param name="interactions">Those of this pact.</param>
    public Task<bool> PublishResultAsync(
        BrokerPact pact,
        IReadOnlyList<VerifiedInteraction> interactions,
        ProviderVersion version,
        CancellationToken cancellation
    ) => ResultPublisher.PublishAsync(_client, pact, interactions, version, cancellation);
}
