using System.Text;
using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>
/// Holds requests to one interaction as Pact's core does: what it shows must be there as its rules say, and nothing
/// more in query and body; further headers are passed over.
/// </summary>
internal sealed class RequestMatcher
{
    private readonly MatchingRules _rules;
    private readonly JsonElement? _request;
    private readonly BodyMatcher _body;
    private readonly RequiredMembers _required;
    private readonly bool _isV1;

    /// <param name="interaction">As a pact of any version has it.</param>
    /// <param name="version">Of the specification, as the pact names it; null where it names none.</param>
    public RequestMatcher(JsonElement interaction, string? version = null)
    {
        _isV1 = version?.StartsWith("1.0", StringComparison.Ordinal) == true;
        _request = PactJson.Member(interaction, "request");
        _rules = MatchingRules.Read(PactJson.Member(_request, "matchingRules"));
        _body = new BodyMatcher(_request, _rules, PactJson.Member(interaction, "type") is not null);
        _required = RequiredMembers.Of(interaction);
        Method = (PactJson.Text(_request, "method") ?? "GET").ToUpperInvariant();
        Path = PactJson.Text(_request, "path") ?? "/";
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>What of the interaction's rules is not known here, as a noun phrase; nothing of it ever fits.</summary>
    public IEnumerable<string> Unknown =>
        _rules.All.SelectMany(s => s.Rules).Select(RuleProblem.Of).OfType<string>().Distinct();

    /// <summary>Where a request differs, method and path first; none where it fits.</summary>
    public IReadOnlyList<RequestMismatch> Compare(ReceivedRequest request) =>
        [
            .. OfLine(request),
            .. OfQuery(request),
            .. OfHeaders(request),
            .. _body.Compare(request),
            .. _required.Compare(request),
        ];

    private IEnumerable<RequestMismatch> OfLine(ReceivedRequest request)
    {
        if (!request.Method.Equals(Method, StringComparison.OrdinalIgnoreCase))
        {
            yield return new RequestMismatch(
                "request method",
                $"found {SafeText.Of(request.Method)}, expected {Method}"
            );
        }

        if (PathProblem(request) is { } problem)
        {
            yield return new RequestMismatch(
                "request path",
                $"found {Shortened.To(SafeText.Of(request.Path))}, expected {problem}"
            );
        }
    }

    private string? PathProblem(ReceivedRequest request)
    {
        if (_rules.Path is { } rules)
        {
            return ValueRules.Problem(
                rules,
                JsonSerializer.SerializeToElement(Path),
                JsonSerializer.SerializeToElement(request.Path)
            );
        }

        return request.Path == Path || Uri.UnescapeDataString(request.Path) == Uri.UnescapeDataString(Path)
            ? null
            : Path;
    }

    private IEnumerable<RequestMismatch> OfQuery(ReceivedRequest request)
    {
        var query = PactJson.Member(_request, "query");
        // V1 compares the text as it stands.
        if (_isV1 && query is { ValueKind: JsonValueKind.String } text)
        {
            return Uri.UnescapeDataString(text.GetString()!) == Uri.UnescapeDataString(request.Query)
                ? []
                : [new RequestMismatch("request query", "found another one, expected it as shown")];
        }

        return QueryComparison
            .Compare(QueryOf(query), QueryComparison.Read(request.Query), _rules.Query)
            .Select(m => new RequestMismatch($"request query {m.Name}", m.Problem));
    }

    private static ILookup<string, string> QueryOf(JsonElement? query) =>
        query switch
        {
            { ValueKind: JsonValueKind.String } text => QueryComparison.Read(text.GetString()!),
            { ValueKind: JsonValueKind.Object } map => map.EnumerateObject()
                .SelectMany(p => PactValues.Of(p.Value), (p, v) => (p.Name, Value: v))
                .ToLookup(p => p.Name, p => p.Value, StringComparer.Ordinal),
            _ => QueryComparison.Read(""),
        };

    private IEnumerable<RequestMismatch> OfHeaders(ReceivedRequest request) =>
        from header in PactJson.Member(_request, "headers") is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().Select(h => (h.Name, Values: PactValues.Of(h.Value).ToList()))
            : []
        let problem = HeaderComparison.Problem(header.Name, header.Values, request, _rules.Header(header.Name))
        where problem is not null
        select new RequestMismatch($"request header {header.Name}", problem);
}
