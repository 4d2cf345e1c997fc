using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>What the stand-in of a broker knows.</summary>
internal sealed class BrokerState
{
    public List<StoredPact> Pacts { get; } = [];

    public List<StoredVersion> Versions { get; } = [];

    public List<StoredResult> Results { get; } = [];

    public Dictionary<string, string> Environments { get; } = [];

    public bool Knows(string pacticipant) =>
        Versions.Exists(v => v.Pacticipant == pacticipant) || Pacts.Exists(p => p.Provider == pacticipant);

    public StoredVersion? Find(string pacticipant, string number) =>
        Versions.Find(v => v.Pacticipant == pacticipant && v.Number == number);

    public StoredVersion Version(string pacticipant, string number)
    {
        if (Find(pacticipant, number) is { } known)
        {
            return known;
        }

        var version = new StoredVersion(pacticipant, number);
        Versions.Add(version);
        return version;
    }

    /// <summary>The latest result of one version of the provider, or of any, about one content.</summary>
    public StoredResult? ResultOf(StoredPact pact, string? providerVersion = null) =>
        Results.FindLast(r =>
            r.Provider == pact.Provider
            && r.Sha == pact.Sha
            && (providerVersion is null || r.ProviderVersion == providerVersion)
        );
}

/// <summary>A pact as published, with its content as it came.</summary>
internal sealed record StoredPact(string Consumer, string ConsumerVersion, string Provider, string Content)
{
    /// <summary>Of the interactions, whatever the order of their properties and wherever they were written.</summary>
    public string Sha =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(Consumer + Provider + JsonNode.Parse(Content)!["interactions"]!.ToJsonString())
            )
        );
}

internal sealed record StoredVersion(string Pacticipant, string Number)
{
    public List<string> Branches { get; } = [];

    public List<string> Tags { get; } = [];

    public List<string> Environments { get; } = [];

    public string? BuildUrl { get; set; }
}

internal sealed record StoredResult(string Provider, string Sha, string ProviderVersion, bool Success, JsonObject Body);
