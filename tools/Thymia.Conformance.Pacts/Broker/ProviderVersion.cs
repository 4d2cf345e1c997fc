namespace Thymia.Conformance.Pacts.Broker;

/// <summary>The version of a provider that was verified, as a broker is to know it.</summary>
/// <param name="Number">Such as a commit's hash.</param>
/// <param name="Branch">Null where it belongs to none.</param>
/// <param name="BuildUrl">The page of the build that verified it; null where there is none.</param>
public sealed record ProviderVersion(string Number, string? Branch, string? BuildUrl);
