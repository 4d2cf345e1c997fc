namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// What the child process is to do, as JSON on its standard input. It knows the relay alone: neither the provider's
/// address nor any secret.
/// </summary>
internal sealed record VerifyOrder
{
    /// <summary>Of the relay.</summary>
    public required string Host { get; init; }

    /// <summary>Of the relay.</summary>
    public required ushort Port { get; init; }

    public bool StateTeardown { get; init; }

    public required long TimeOutMilliseconds { get; init; }

    public required IReadOnlyList<OrderedPact> Pacts { get; init; }
}

/// <param name="File">Holds one interaction.</param>
/// <param name="PathPrefix">The path at the relay that stands for this interaction.</param>
/// <param name="StatesUrl">At the relay; null where no states are set up.</param>
internal sealed record OrderedPact(string File, string Provider, string PathPrefix, string? StatesUrl);

/// <summary>What the child process found for one interaction, as JSON on a line of its own.</summary>
/// <param name="ExitCode">The core's.</param>
/// <param name="Json">The core's result, as JSON text; null where it has none.</param>
/// <param name="CoreVersion">Of Pact's core.</param>
internal sealed record VerifiedPact(string File, int ExitCode, string? Json, string? CoreVersion);
