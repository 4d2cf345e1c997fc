using System.Text;
using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Compares bodies by what they are: JSON, XML, a form, or bytes.</summary>
internal sealed class BodyMatcher
{
    private readonly MatchingRules _rules;
    private readonly PactBody _expected;

    public BodyMatcher(JsonElement? request, MatchingRules rules, bool isV4)
    {
        _rules = rules;
        _expected = PactBody.Of(request, isV4);
    }

    public IReadOnlyList<RequestMismatch> Compare(ReceivedRequest request)
    {
        var bytes = request.Body is { Length: > 0 } some ? some : (ReadOnlyMemory<byte>?)null;
        if (_expected.IsAbsent)
        {
            return [];
        }

        if (_expected.IsNothing)
        {
            return bytes is null || _expected.MayBeNull && bytes.Value.Span.SequenceEqual("null"u8)
                ? []
                : [new("request body", "found one, expected none")];
        }

        if (bytes is not { } body)
        {
            return [new("request body", "found none, expected one")];
        }

        var type = PactBody.TypeOf(request.Header("Content-Type") is [var first, ..] ? first : null);
        return type is not null && type != _expected.Type
            ? [new("request body", $"found {SafeText.Of(Shortened.To(type))}, expected {_expected.Type}")]
            : CompareContent(body);
    }

    private IReadOnlyList<RequestMismatch> CompareContent(ReadOnlyMemory<byte> body)
    {
        if (_expected.IsJson)
        {
            return Parse(body) is { } json
                ? new JsonComparison(_rules).Compare(_expected.Json, json)
                : [new("request body", "found text that is no JSON, expected JSON")];
        }

        var text = Encoding.UTF8.GetString(body.Span);
        if (_expected.IsXml)
        {
            return new XmlComparison(_rules).Compare(_expected.Text, text);
        }

        if (_expected.Type == "application/x-www-form-urlencoded")
        {
            return
            [
                .. QueryComparison
                    .Compare(QueryComparison.Read(_expected.Text), QueryComparison.Read(text), n => _rules.At(["$", n]))
                    .Select(m => new RequestMismatch($"request body at {m.Name}", m.Problem)),
            ];
        }

        return CompareText(body, text);
    }

    private IReadOnlyList<RequestMismatch> CompareText(ReadOnlyMemory<byte> body, string text)
    {
        if (_rules.At(["$"]) is { } set)
        {
            var problem = ValueRules.Problem(
                set,
                JsonSerializer.SerializeToElement(_expected.Text),
                JsonSerializer.SerializeToElement(text)
            );
            return problem is null ? [] : [new("request body", $"found another text, expected {problem}")];
        }

        return body.Span.SequenceEqual(_expected.Bytes)
            ? []
            : [new("request body", "found another one, expected it as shown")];
    }

    /// <summary>Null where it is no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span, new JsonDocumentOptions { MaxDepth = PactContent.Deepest });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
