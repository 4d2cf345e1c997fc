using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>Where requests go and what an answer may cost.</summary>
public sealed record ReplayOptions
{
    private const int RemoteCalls = 25;

    /// <summary>
    /// Scheme, host and port, with a path prefix where the API lives below one; query and fragment are ignored.
    /// </summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>
    /// Makes what hands requests to a provider within this process, which no connection leads to; null, the default,
    /// where it is reached over the network.
    /// </summary>
    internal Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>
    /// The key that the provider has issued; null sends none. Never leaves the origin of <see cref="BaseUrl"/>.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// The key of a second caller; null where there is none. It goes where <see cref="ApiKey"/> goes.
    /// </summary>
    public string? OtherApiKey { get; init; }

    /// <summary>
    /// Secrets by security scheme, as bound to the same origin; where there is none,
    /// <see cref="ApiKey"/> is that of each.
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Fetches the tokens of security schemes that have a client; null where none has.</summary>
    public TokenSource? Tokens { get; init; }

    /// <summary>
    /// Headers that every request gets, in place of its own of the same name; their values are secrets, bound to the
    /// same origin. None by default.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>
    /// Whether (fictional) phone numbers go to a host that is not this machine; false by default. Real ones never do.
    /// </summary>
    public bool AllowPhoneNumbers { get; init; }

    /// <summary>
    /// Whether numbers, hosts and mailboxes go to another machine whoever is there; false by default. For requests
    /// that somebody wrote and asked to be sent, such as those of a pact.
    /// </summary>
    public bool AllowRealAddresses { get; init; }

    /// <summary>
    /// Whether what is sent may change or delete what it did not create on another machine; false by default.
    /// </summary>
    public bool AllowChanges { get; init; }

    /// <summary>
    /// Whether what stands under an id that the run did not create stays as it is, unless <see cref="AllowChanges"/>;
    /// by default where the provider is on another machine. A run demands it of every provider but the embedded one.
    /// </summary>
    public bool KeepsWhatIsThere
    {
        get => field || IsRemote;
        init;
    }

    /// <summary>
    /// What may be changed and deleted on another machine, each as the name of a path parameter, an equals sign and its
    /// value; none by default.
    /// </summary>
    public IReadOnlySet<string> ExpendableIds { get; init; } = new HashSet<string>();

    /// <summary>
    /// Whether the provider is on another machine, where people and their data may be; by default where its host is not
    /// this one's loopback.
    /// </summary>
    public bool IsRemote
    {
        get => field || !BaseUrl.IsLoopback;
        init;
    }

    /// <summary>
    /// How many calls may be created; null, the default, sets no limit on this machine and takes 25 elsewhere.
    /// </summary>
    public int? MaxCreated { get; init; }

    /// <summary>
    /// How many of <see cref="MaxCreated"/> an earlier part of the same run has created; 0 by default.
    /// </summary>
    public int CreatedBefore { get; init; }

    /// <summary>Why nothing more is sent that may create a call, as a clause.</summary>
    internal string NoMoreCalls =>
        $"the run may create {CallLimit} calls and has; {SettingCatalogue.MaxAcceptedCalls.Option} "
        + $"({SettingCatalogue.MaxAcceptedCalls.Variable}) sets how many";

    /// <summary><see cref="MaxCreated"/>, with its default.</summary>
    public int CallLimit => MaxCreated ?? (IsRemote ? RemoteCalls : int.MaxValue);

    /// <summary>Requests under way at once, and so connections of HTTP/1.1; 16 by default.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>Requests a second, retries included; infinity, the default, sets no limit.</summary>
    public double Rate { get; init; } = double.PositiveInfinity;

    /// <summary>Fixes by how much waits before retries differ; 0 by default.</summary>
    public Seed Seed { get; init; }

    /// <summary>Authorities that are trusted besides those the machine trusts; null adds none.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>From the first byte sent to the last byte of the body; 30 seconds by default.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From the first byte sent to the last byte of the answer's head; null, the
    /// default, waits as long as for the whole.
    /// </summary>
    public TimeSpan? HeadTimeOut { get; init; }

    /// <summary>For TCP and TLS together; 10 seconds by default.</summary>
    public TimeSpan ConnectTimeOut { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long from the start connections may be refused before the provider has answered once; no time by default.
    /// </summary>
    public TimeSpan ReadyWithin { get; init; }

    /// <summary>Bytes of a body after decompression; 1 MiB by default.</summary>
    public int MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Whether an answer's body is decompressed, and its coding then gone from the headers; true by default.
    /// </summary>
    public bool Decompresses { get; init; } = true;

    /// <summary>Units of 1,024 bytes for all headers of an answer together; 64 by default.</summary>
    public int MaxHeaderKibibytes { get; init; } = 64;

    /// <summary>For the head of an answer: the sooner of the two time-outs.</summary>
    internal TimeSpan FirstTimeOut => HeadTimeOut is { } head && head < TimeOut ? head : TimeOut;

    /// <summary>Leaves the key out, since a record would print it.</summary>
    public override string ToString() => $"{BaseUrl} ({(ApiKey is null ? "no key" : "with a key")})";
}
