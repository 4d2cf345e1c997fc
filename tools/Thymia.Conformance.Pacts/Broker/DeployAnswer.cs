namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Whether a version may be deployed.</summary>
/// <param name="Deployable">Null where verification results are missing.</param>
/// <param name="Reason">The broker's words.</param>
/// <param name="Rows">The pacts that it decided by.</param>
public sealed record DeployAnswer(bool? Deployable, string Reason, IReadOnlyList<MatrixRow> Rows);

/// <summary>A pact between two versions, and whether the provider's honours it.</summary>
/// <param name="ProviderVersion">Null where no version of the provider has verified it.</param>
/// <param name="Success">Null where there is no verification result.</param>
public sealed record MatrixRow(
    string Consumer,
    string? ConsumerVersion,
    string Provider,
    string? ProviderVersion,
    bool? Success
);
