namespace Thymia.Conformance.Xunit.Session;

/// <summary>A provider that runs while the tests do.</summary>
/// <param name="BaseUrl">Where it listens.</param>
/// <param name="Server">Stops when it is disposed of.</param>
internal sealed record StartedProvider(Uri BaseUrl, IAsyncDisposable Server);
