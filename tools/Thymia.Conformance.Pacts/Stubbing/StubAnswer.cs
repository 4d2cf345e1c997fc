using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>The answer of an interaction: as the pact shows it, with fresh values where it has a generator.</summary>
internal sealed class StubAnswer
{
    private const int DefaultStatus = 200;

    private readonly JsonElement? _response;
    private readonly PactBody _body;
    private readonly IReadOnlyList<(string Path, JsonElement Generator)> _generators;

    public StubAnswer(JsonElement interaction)
    {
        _response = PactJson.Member(interaction, "response");
        _body = PactBody.Of(_response, PactJson.Member(interaction, "type") is not null);
        var ofBody = PactJson.Member(PactJson.Member(_response, "generators"), "body");
        _generators = ofBody is { ValueKind: JsonValueKind.Object } map
            ? [.. map.EnumerateObject().Select(g => (g.Name, g.Value))]
            : [];
        Status = PactJson.Status(interaction) ?? DefaultStatus;
    }

    public int Status { get; }

    public async Task WriteAsync(HttpContext context, FreshValues fresh)
    {
        var response = context.Response;
        response.StatusCode = Status;
        foreach (var header in Headers().GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase))
        {
            response.Headers[header.Key] = header.Select(h => h.Value).ToArray();
        }

        if (_body.IsAbsent || (_body.IsNothing && !_body.MayBeNull) || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        response.ContentType ??= _body.Type;
        var bytes = Bytes(fresh);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private IEnumerable<KeyValuePair<string, string>> Headers() =>
        PactJson.Member(_response, "headers") is { ValueKind: JsonValueKind.Object } headers
            ? headers
                .EnumerateObject()
                .SelectMany(h => PactValues.Of(h.Value), (h, v) => KeyValuePair.Create(h.Name, v))
            : [];

    private byte[] Bytes(FreshValues fresh)
    {
        if (!_body.IsJson || _generators.Count == 0)
        {
            return _body.Bytes;
        }

        var json = PactText.Node(_body.Json);
        foreach (var (path, generator) in _generators)
        {
            BodyPlace.Replace(json, path, shown => fresh.Make(generator, shown));
        }

        return json is null ? _body.Bytes : PactText.Compact(json);
    }
}
