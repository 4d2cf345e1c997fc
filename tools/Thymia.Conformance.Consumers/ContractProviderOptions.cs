namespace Thymia.Conformance.Consumers;

/// <summary>
/// Whose tests they are, and where their pact goes. Names and defaults are those of the suite's settings.
/// </summary>
public sealed record ContractProviderOptions
{
    /// <summary>Who relies on the provider; <c>THYMIA_CONSUMER</c>, else <c>thymia-consumer</c>.</summary>
    public string Consumer { get; init; } = Setting("THYMIA_CONSUMER") ?? "thymia-consumer";

    /// <summary>The provider as the pact names it; <c>THYMIA_PROVIDER</c>, else <c>thymia-voice-agent</c>.</summary>
    public string Provider { get; init; } = Setting("THYMIA_PROVIDER") ?? "thymia-voice-agent";

    /// <summary>The pact is in <c>pacts</c> of this folder; <c>THYMIA_OUT</c>, else <c>results</c>.</summary>
    public string Out { get; init; } = Setting("THYMIA_OUT") ?? "results";

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
