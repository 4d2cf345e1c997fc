using System.Security.Cryptography.X509Certificates;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>Where requests go and what an answer may cost.</summary>
public sealed record ReplayOptions
{
    /// <summary>
    /// Scheme, host and port, with a path prefix where the API lives below one; query and fragment are ignored.
    /// </summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>
    /// The key that the provider has issued; null sends none. Never leaves the origin of <see cref="BaseUrl"/>.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Secrets by security scheme, as bound to the same origin; where there is none, <see cref="ApiKey"/> is that of each.
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

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
    /// From the first byte sent to the last byte of the answer's head; null, the default, waits as long as for the whole.
    /// </summary>
    public TimeSpan? HeadTimeOut { get; init; }

    /// <summary>For TCP and TLS together; 10 seconds by default.</summary>
    public TimeSpan ConnectTimeOut { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long from the start connections may be refused before the provider has answered once; no time by default.
    /// </summary>
    public TimeSpan ReadyWithin { get; init; }

    /// <summary>Bytes of a body after decompression; 1 MiB by default.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

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
