using System.Text.Json.Serialization;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Everything a run can be told, from whichever source; see <see cref="SettingCatalogue"/> for names and meanings.
/// </summary>
public sealed record ConformanceOptions
{
    /// <summary>
    /// The provider under test, with a path where the API lives below one; null starts the embedded reference
    /// provider.
    /// </summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>
    /// Makes what hands requests to a provider within this process; null, the default, where it is reached over the
    /// network.
    /// </summary>
    [JsonIgnore]
    internal Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>The key the provider has issued; null where none is configured.</summary>
    [JsonIgnore]
    public string? ApiKey { get; init; }

    /// <summary>
    /// Ids and secrets of clients that fetch tokens, with a colon between them, by security scheme as spelt in
    /// variables.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Clients { get; init; } = new Dictionary<string, string>();

    /// <summary>Files of changes to the description, in order; none by default.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Where they fetch them; null takes what the description says, at the origin of
    /// <see cref="BaseUrl"/>.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>The tokens that were fetched so far.</summary>
    [JsonIgnore]
    public FetchedSecrets Tokens { get; init; } = new();

    /// <summary>Headers that go with every request, by name as spelt in variables; their values are secrets.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets by security scheme, as spelt in names of variables; none by default.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Credentials { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether a fault of the description that leaves out an operation ends the run; false by default.
    /// </summary>
    public bool StrictDescription { get; init; }

    /// <summary>Whether the key may travel unencrypted to a host that is not this machine; false by default.</summary>
    public bool AllowHttp { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>The folder for reports and pacts, as the user named it.</summary>
    public string Out { get; init; } = "results";

    /// <summary>What is written there beside <c>results.json</c>.</summary>
    public ReportKinds Reports { get; init; } = ReportKinds.Usual;

    /// <summary>What reports mask in requests and answers besides the key; null means what judging masks.</summary>
    [JsonIgnore]
    public IReadOnlyList<JsonPath>? Mask { get; init; }

    /// <summary>The OpenAPI document; null means the contract that comes with the suite.</summary>
    public string? Description { get; init; }

    /// <summary>What stands for <c>-</c> as the description: the bytes of standard input; null where nothing is read
    /// from it.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? DescriptionText { get; init; }

    /// <summary>The operations to test; all of them by default.</summary>
    public OperationChoice Operations { get; init; } = new();

    /// <summary>The checks whose findings count, as ids or patterns; all of them where there is none.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>The checks whose findings do not count.</summary>
    public IReadOnlyList<string> SkippedChecks { get; init; } = [];

    /// <summary>A file that says how much checks matter; null for none.</summary>
    public string? Severities { get; init; }

    /// <summary>Keywords of the description that no verdict can take into account and that are passed over.</summary>
    public IReadOnlySet<string> IgnoredKeywords { get; init; } = new HashSet<string>();

    /// <summary>Whether only valid or only invalid cases are wanted.</summary>
    public ChosenCases Only { get; init; }

    /// <summary>The cases wanted; null for all.</summary>
    [JsonIgnore]
    public CaseFilter? Filter { get; init; }

    /// <summary>Requests under way at once; null takes 8 on this machine and 2 elsewhere.</summary>
    public int? Concurrency { get; init; }

    /// <summary>
    /// Requests a second, infinity for as many as there can be; null takes that on this machine and 5 elsewhere.
    /// </summary>
    public double? Rate { get; init; }

    /// <summary>
    /// How many calls a run may create before valid cases are skipped, <see cref="int.MaxValue"/> for any number; null
    /// takes that on this machine and 25 elsewhere.
    /// </summary>
    public int? MaxAcceptedCalls { get; init; }

    /// <summary>
    /// The limit of calls by which edges were packed when the run began; null where it begins now.
    /// </summary>
    public int? PackedFor { get; init; }

    /// <summary>
    /// Whether a request that timed out is sent once more, though it may have created a call; false by default.
    /// </summary>
    public bool RetryTimeouts { get; init; }

    /// <summary>From the first byte sent to the last byte read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From the first byte sent to the last byte of the answer's head; null waits as long as for the whole.
    /// </summary>
    public TimeSpan? HeadTimeout { get; init; }

    /// <summary>The part of the cases that this run is about; null for all of them.</summary>
    public Shard? Shard { get; init; }

    /// <summary>For TCP and TLS together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long connections may be refused before the provider has answered once; null takes no time on
    /// this machine and ten seconds elsewhere.
    /// </summary>
    public TimeSpan? ReadyWithin { get; init; }

    /// <summary>
    /// How long a run may begin cases, infinite for any time; null, the default, is infinite on this machine and ten
    /// minutes elsewhere.
    /// </summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>Bytes of an answer's body after decompression.</summary>
    public int MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// PEM file of authorities whose certificates are trusted besides those the machine trusts; null adds none.
    /// </summary>
    public string? CaFile { get; init; }

    /// <summary>How many cases are enumerated for one operation at most; null takes 2,000, and fewer where a
    /// description has many operations.</summary>
    public int? MaxCases { get; init; }

    /// <summary>How many bytes a body that a case needs may have; cases that need more are left out.</summary>
    public int MaxCaseBytes { get; init; } = 1024 * 1024;

    /// <summary>Random valid cases on top of the enumerated ones.</summary>
    public int Random { get; init; } = 20;

    /// <summary>
    /// Which coercions are let pass: the name of a tolerance file, <c>strict</c> for none, <c>auto</c> to tell by the
    /// first errors; null takes <c>strict</c> on this machine and <c>auto</c> elsewhere.
    /// </summary>
    public string? Policy { get; init; }

    /// <summary>
    /// A file of known deviations or a folder of such files; null takes <c>fixtures/deviations</c> of the working
    /// folder for a provider that is configured, and none for the embedded one, whose faults are there to be seen.
    /// </summary>
    public string? Deviations { get; init; }

    /// <summary>
    /// A file of what the API promises in prose, or <c>none</c>; null takes the file beside the description with the
    /// ending <c>.rules.yaml</c>, else one that comes with the suite for that description.
    /// </summary>
    public string? Rules { get; init; }

    /// <summary>
    /// A file of values that exist at the provider, or <c>none</c>; null takes the file beside the description with the
    /// ending <c>.values.yaml</c>.
    /// </summary>
    public string? Values { get; init; }

    /// <summary>The environment, which entries of a file of values may take a value from.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether what the run created stays at the provider when it ends; false by default.</summary>
    public bool Keep { get; init; }

    /// <summary>
    /// The key of a second caller, who must not read what the first created; null where there is none.
    /// </summary>
    [JsonIgnore]
    public string? OtherApiKey { get; init; }

    /// <summary>Whether a known deviation that no longer occurs is a failure; false by default.</summary>
    public bool StrictDeviations { get; init; }

    /// <summary>How long an accepted request may take; null sets no limit.</summary>
    public TimeSpan? AcceptedWithin { get; init; }

    /// <summary>How long a refused request may take; null sets no limit.</summary>
    public TimeSpan? RefusedWithin { get; init; }

    /// <summary>How far the provider's clock may be from ours.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The statuses that count as refusing a wrong key; null takes 401 and 403.</summary>
    public IReadOnlyList<int>? KeyRefusals { get; init; }

    /// <summary>What a provider must accept.</summary>
    public DemandedTier Tier { get; init; } = DemandedTier.Plausible;

    /// <summary>
    /// Whether cases with a (fictional) phone number go to a host that is not this machine; false by default.
    /// </summary>
    public bool AllowPhoneNumbers { get; init; }

    /// <summary>
    /// Whether requests may change or delete, on a host that is not this machine, what the run did not create; false by
    /// default.
    /// </summary>
    public bool AllowChanges { get; init; }

    /// <summary>Who relies on the provider, as the pact names it.</summary>
    public string Consumer { get; init; } = "thymia-consumer";

    /// <summary>The provider as the pact names it; null takes the name of the description's file.</summary>
    public string? Provider { get; init; }

    /// <summary>True where the provider is on this machine, the embedded one included.</summary>
    [JsonIgnore]
    public bool IsLocal => BaseUrl is null || BaseUrl.IsLoopback;

    /// <summary>Every secret besides <see cref="ApiKey"/>, none of which may be shown anywhere.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> FurtherSecrets =>
        Clients.Count == 0 ? ConfiguredSecrets : new KnownSecrets(ConfiguredSecrets, Tokens);

    private IReadOnlyList<string> ConfiguredSecrets =>
        [
            .. Credentials.Values,
            .. Headers.Values,
            .. Clients.Values,
            .. OtherApiKey is { } other ? [other] : Array.Empty<string>(),
        ];

    /// <summary>Leaves the key out, since a record would print it.</summary>
    public override string ToString() =>
        $"{BaseUrl?.ToString() ?? "embedded provider"}, seed {Seed} ({(ApiKey is null ? "no key" : "with a key")})";
}
