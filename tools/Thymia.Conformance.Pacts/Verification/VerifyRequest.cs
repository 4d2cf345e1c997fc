using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Which pacts to hold which provider to.</summary>
public sealed record VerifyRequest
{
    /// <summary>Scheme, host and port, with a path prefix where the API lives below one.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Pact files of V2 to V4, recorded here or by any consumer.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>
    /// Those of <see cref="Files"/> that may fail without consequence, as a broker says; none by default.
    /// </summary>
    public IReadOnlyList<string> PendingFiles { get; init; } = [];

    /// <summary>
    /// Put into every request in place of the one that the pact shows, except where 401 or 403 is expected and where
    /// the interaction is about its absence; null leaves requests as the pact has them.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>The header the key goes into.</summary>
    public string KeyHeader { get; init; } = "x-api-key";

    /// <summary>Headers that every request gets, in place of those of the same name in the pact; their values are
    /// secrets. None by default.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>
    /// How requests are sent: certificates, rate and limits, where they differ from what <see cref="ReplayOptions"/>
    /// has by default.
    /// </summary>
    public ReplayOptions? Replay { get; init; }

    /// <summary>The operations that the provider documents; none by default.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = [];

    /// <summary>
    /// The schemas of <see cref="Operations"/>; with them used to see which interactions are
    /// about a missing key. None by default.
    /// </summary>
    public SchemaLibrary? Library { get; init; }

    /// <summary>Asked by POST to bring about each interaction's provider states; null asks nobody.</summary>
    public Uri? ProviderStatesUrl { get; init; }

    /// <summary>Whether <see cref="ProviderStatesUrl"/> is asked again after each interaction, to take its states
    /// down; false by default.</summary>
    public bool StateTeardown { get; init; }

    /// <summary>For one request; 30 seconds by default.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether interactions go to another machine that hold a phone number, a host or a mailbox which the provider
    /// might reach; false by default.
    /// </summary>
    public bool AllowPhoneNumbers { get; init; }

    /// <summary>Never shown, wherever they turn up.</summary>
    internal IEnumerable<string> Secrets =>
        Headers
            .Concat(Replay?.Headers ?? [])
            .Select(h => h.Value)
            .Append(ApiKey ?? "")
            .Concat(Replay?.Secrets.Values ?? [])
            .Concat(Replay?.Tokens?.Known ?? [])
            .Where(s => s.Length > 0);

    /// <summary>Whether any secret is there to be sent.</summary>
    internal bool HasSecrets => ApiKey is not null || Replay is { Secrets.Count: > 0 };

    /// <summary>
    /// The secrets that go with a request: those of its operation that are configured, else the key in its header.
    /// </summary>
    /// <param name="operation">Null where nobody documents the request.</param>
    internal IReadOnlyList<Credential> CredentialsFor(Operation? operation)
    {
        if (operation is { Credentials.Count: > 0 })
        {
            return Replay is { Secrets: { Count: > 0 } secrets }
                ? [.. operation.Credentials.Where(c => secrets.ContainsKey(c.Scheme))]
                : operation.Credentials;
        }

        return ApiKey is null
            ? []
            :
            [
                Operations.SelectMany(o => o.Credentials).FirstOrDefault(c => c.Header == KeyHeader)
                    ?? new Credential(KeyHeader, false, ""),
            ];
    }

    // Codings are the core's to undo: a pact may expect their header.
    internal ReplayOptions Sending() =>
        (Replay ?? new ReplayOptions { BaseUrl = BaseUrl }) with
        {
            BaseUrl = BaseUrl,
            ApiKey = ApiKey,
            TimeOut = TimeOut,
            Decompresses = false,
            AllowPhoneNumbers = AllowPhoneNumbers,
            AllowRealAddresses = AllowPhoneNumbers,
        };

    /// <summary>Leaves the key out, since a record would print it.</summary>
    public override string ToString() =>
        $"{Files.Count} pacts against {BaseUrl} ({(ApiKey is null ? "no key" : "with a key")})";
}
