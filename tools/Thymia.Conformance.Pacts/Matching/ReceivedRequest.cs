namespace Thymia.Conformance.Pacts.Matching;

/// <summary>A request as it came.</summary>
/// <param name="Path">Not decoded.</param>
/// <param name="Query">Without its question mark; empty where there is none.</param>
/// <param name="Headers">In the order in which they came.</param>
/// <param name="Body">Null where none came.</param>
internal sealed record ReceivedRequest(
    string Method,
    string Path,
    string Query,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte>? Body
)
{
    /// <summary>The values of one header, which may have come several times.</summary>
    public IReadOnlyList<string> Header(string name) =>
        [.. Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];
}
