using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>The requests of interactions as the gate looks at them, before anything is sent.</summary>
internal sealed class PactRequests(IReadOnlyList<Operation> operations)
{
    public CaseRequest Of(JsonElement interaction)
    {
        var request = PactJson.Member(interaction, "request");
        var path = PactJson.Text(request, "path") ?? "/";
        return WithPathValues(
            new CaseRequest
            {
                Method = MethodOf(interaction),
                Target = path + Query(request),
                Headers = [.. Headers(request)],
                Body = PactJson.Body(request) is { } body ? Encoding.UTF8.GetBytes(body.GetRawText()) : null,
            }
        );
    }

    public static string MethodOf(JsonElement interaction) =>
        (PactJson.Text(PactJson.Member(interaction, "request"), "method") ?? "GET").ToUpperInvariant();

    /// <summary>The operation that documents a method on a path; null where none does.</summary>
    public Operation? OperationOf(string method, string path) =>
        operations
            .Where(o => o.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && o.Template.Matches(path))
            .MinBy(o => o.Template.Names.Count);

    /// <summary>
    /// The request with what its path says of whom it is about; of a path that nobody documents, its end.
    /// </summary>
    public CaseRequest WithPathValues(CaseRequest request)
    {
        var path = request.Target.Split('?')[0];
        var operation = OperationOf(request.Method, path);
        return request with
        {
            PathValues =
                operation is not null
                    ?
                    [
                        .. operation.Template.Names.Select(n =>
                            KeyValuePair.Create(n, Uri.UnescapeDataString(operation.Template.Find(path, n) ?? ""))
                        ),
                    ]
                : request.Method is "POST" || path.Trim('/').Length == 0 ? []
                : [KeyValuePair.Create("", Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]))],
        };
    }

    // A text in V2; names with one value or several since V3.
    private static string Query(JsonElement? request) =>
        PactJson.Member(request, "query") switch
        {
            { ValueKind: JsonValueKind.String } text => "?" + text.GetString(),
            { ValueKind: JsonValueKind.Object } map => "?"
                + string.Join(
                    '&',
                    map.EnumerateObject()
                        .SelectMany(p =>
                            Values(p.Value).Select(v => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(v)}")
                        )
                ),
            _ => "",
        };

    private static IEnumerable<KeyValuePair<string, string>> Headers(JsonElement? request) =>
        PactJson.Member(request, "headers") is { ValueKind: JsonValueKind.Object } headers
            ? headers.EnumerateObject().SelectMany(h => Values(h.Value), (h, v) => KeyValuePair.Create(h.Name, v))
            : [];

    private static IEnumerable<string> Values(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Values),
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Null or JsonValueKind.Object => [],
            _ => [value.GetRawText()],
        };
}
