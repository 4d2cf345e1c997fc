namespace Thymia.Conformance.Pacts.Verification;

/// <summary>What the child process is told, as JSON on its standard input: the key must not stand on a command line.</summary>
internal sealed record VerifyOrder
{
    public required string Scheme { get; init; }

    public required string Host { get; init; }

    public required ushort Port { get; init; }

    public required string PathPrefix { get; init; }

    public required string KeyHeader { get; init; }

    public string? ApiKey { get; init; }

    public string? ProviderStatesUrl { get; init; }

    public required long TimeOutMilliseconds { get; init; }

    public required IReadOnlyList<OrderedPact> Pacts { get; init; }
}

/// <param name="WithKey">False where the key must not be added.</param>
internal sealed record OrderedPact(string File, string Provider, bool WithKey);

/// <summary>What the child process says of one pact, as JSON on a line of its own.</summary>
/// <param name="ExitCode">The core's.</param>
/// <param name="Json">The core's result, as JSON text; null where it has none.</param>
/// <param name="CoreVersion">Of Pact's core.</param>
internal sealed record VerifiedPact(string File, int ExitCode, string? Json, string? CoreVersion);
