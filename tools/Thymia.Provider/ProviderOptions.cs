using Microsoft.AspNetCore.Http;
using Thymia.Provider.Http;

namespace Thymia.Provider;

/// <summary>What a reference provider is started with.</summary>
public sealed record ProviderOptions
{
    /// <summary>The key a provider expects unless told otherwise; it opens nothing anywhere.</summary>
    public const string DemoApiKey = "demo-key-not-a-secret";

    /// <summary>The loopback port; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The only value of <c>x-api-key</c> that is let in.</summary>
    public string ApiKey { get; init; } = DemoApiKey;

    /// <summary>How input is judged; to the letter of the contract unless told otherwise.</summary>
    public ProviderMode Mode { get; init; } = ProviderMode.Strict;

    /// <summary>
    /// Names of the Defects to switch on, from <see cref="ReferenceProvider.Defects"/>; none by default.
    /// </summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>The clock behind <c>createdAt</c> and behind every deliberate delay.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What call ids are derived from: the same seed gives the same ids in the same order.</summary>
    public ulong Seed { get; init; }

    /// <summary>Stands between each request and the provider's answer; nothing by default.</summary>
    internal Func<HttpContext, RequestDelegate, Task>? Around { get; init; }

    /// <summary>
    /// Whether calls are kept, and can be read, changed, listed and deleted as the contract's prose implies; false by
    /// default, as the contract has one operation alone.
    /// </summary>
    public bool KeepsCalls { get; init; }

    /// <summary>The key of a second caller, from whom calls of the first are kept; null lets none in.</summary>
    public string? OtherApiKey { get; init; }

    /// <summary>How long every request waits for its answer; not at all by default.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Called after each answer, from several threads at once; nobody by default.</summary>
    public Action<AnsweredRequest>? OnAnswered { get; init; }

    /// <summary>Says nothing of the key.</summary>
    public override string ToString() => $"{Mode} on port {Port}, defects: [{string.Join(", ", Defects)}]";
}
