using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Generation;

/// <summary>
/// The request to be sent, without any secret: the replayer puts the API key in where <see cref="Key"/> asks for it.
/// </summary>
public sealed record CaseRequest
{
    public required string Method { get; init; }

    /// <summary>Path and query as sent, percent-encoded, relative to the base URL.</summary>
    public required string Target { get; init; }

    /// <summary>Headers besides content type and key, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The content type as sent; null sends none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The exact bytes; null sends no body at all, which differs from an empty one.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The header the key goes into; null where the operation has none.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>All secrets that go with the request, by where and how.</summary>
    public IReadOnlyList<Credential> Credentials { get; init; } = [];

    /// <summary>Names of headers whose configured values go with it as well.</summary>
    public IReadOnlyList<string> FurtherHeaders { get; init; } = [];

    /// <summary>The name of the credential that <see cref="Key"/> is about; null for any.</summary>
    public string? KeyName { get; init; }

    /// <summary>Whether any secret goes with it.</summary>
    public bool CarriesKey => KeyHeader is not null || Credentials.Count > 0;

    public KeyUse Key { get; init; } = KeyUse.Configured;

    /// <summary>
    /// The values in the path, decoded and in its order, with the names that the template gives them.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> PathValues { get; init; } = [];

    /// <summary>True where the method is tried since the contract documents none such on the path.</summary>
    public bool IsMethodUndocumented { get; init; }

    /// <summary>
    /// True where the request carries a phone number that a provider might dial. Reads the body, so it is
    /// asked only where the answer matters.
    /// </summary>
    public bool CarriesPhoneNumber() => Reaches().Any(r => r.Kind == ReachKind.PhoneNumber);

    /// <summary>Whom the request might lead a provider to.</summary>
    internal IEnumerable<Reach> Reaches() =>
        ReachOfTarget.Of(Target, Headers, PathValues).Concat(Body is { } body ? ReachOfBody.Of(body) : []);
}
