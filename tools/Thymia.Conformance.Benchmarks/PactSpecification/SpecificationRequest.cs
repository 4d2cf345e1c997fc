using System.Text.Json;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Benchmarks.PactSpecification;

/// <summary>What came, as a case of the specification has it.</summary>
internal static class SpecificationRequest
{
    public static ReceivedRequest Read(JsonElement actual, bool isV4) =>
        new(
            PactJson.Text(actual, "method") ?? "GET",
            PactJson.Text(actual, "path") ?? "/",
            Query(PactJson.Member(actual, "query")),
            Headers(actual),
            Body(actual, isV4)
        );

    /// <summary>Null where none came.</summary>
    public static ReadOnlyMemory<byte>? Body(JsonElement half, bool isV4) =>
        PactBody.Of(half, isV4) switch
        {
            { IsAbsent: true } => null,
            { IsNothing: true, MayBeNull: true } => "null"u8.ToArray(),
            { IsNothing: true } => ReadOnlyMemory<byte>.Empty,
            var body => body.Bytes,
        };

    public static IReadOnlyList<KeyValuePair<string, string>> Headers(JsonElement half) =>
        PactJson.Member(half, "headers") is { ValueKind: JsonValueKind.Object } headers
            ?
            [
                .. headers
                    .EnumerateObject()
                    .SelectMany(h => PactValues.Of(h.Value), (h, v) => KeyValuePair.Create(h.Name, OnOneLine(v))),
            ]
            : [];

    private static string Query(JsonElement? query) =>
        query switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Object } map => string.Join(
                '&',
                map.EnumerateObject()
                    .SelectMany(
                        p => PactValues.Of(p.Value),
                        (p, v) => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(v)}"
                    )
            ),
            _ => "",
        };

    // A folded line is one line (RFC 9112, 5.2).
    private static string OnOneLine(string value) => string.Join(' ', value.Split('\n').Select(l => l.Trim()));
}
