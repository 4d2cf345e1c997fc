using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Consumers;

/// <summary>
/// Makes an interaction of what a consumer used: which properties it sent and which answer it got, with matchers as
/// open as the description, and placeholders for the values of its tests.
/// </summary>
internal sealed class UsedInteraction(ConsumerContract contract, ObservedCall call)
{
    private readonly IReadOnlyList<Violation> _broken = BrokenIn(contract, call);

    /// <summary>Where the request is another than the contract says.</summary>
    public IReadOnlyList<Violation> Broken => _broken;

    public Interaction Make()
    {
        var sent = call.Body is { } body ? PactText.Node(body) : null;
        var stable = Stable(sent);
        var description = call.Expected?.Description ?? Described(sent);
        var request = Credentials();
        return new Interaction
        {
            Key = $"{Slug(call.Operation.Name).ToLowerInvariant()}:used:{Slug(description)}",
            Description = description,
            States = [.. RecordedCredentials.State(request), .. call.Expected?.States ?? []],
            Method = call.Operation.Method,
            Path = call.Request.Path,
            Query =
            [
                .. QueryComparison.Read(call.Request.Query).SelectMany(g => g, (g, v) => KeyValuePair.Create(g.Key, v)),
            ],
            RequestHeaders = [.. RecordedCredentials.Headers(request)],
            RequestBody = RequestBody(stable),
            Status = call.Status,
            ResponseBody = ResponseBody(new StableTexts(sent, stable, !call.IsAccepted)),
            PactKey = request.Key == KeyUse.Absent ? PactKey.Absent : PactKey.Sent,
        };
    }

    private static IReadOnlyList<Violation> BrokenIn(ConsumerContract contract, ObservedCall call) =>
        call.Operation.Body is { } documented && call.Request.Body is { Length: > 0 } body
            ? contract.Schemas.At(documented.SchemaPointer).Check(body)
            : [];

    // What is wrong with it stays as it was sent; everything else gives way to placeholders.
    private JsonNode? Stable(JsonNode? sent)
    {
        if (sent is null || call.Operation.Body is not { } body)
        {
            return sent;
        }

        var schema = contract.Schemas.At(body.SchemaPointer);
        var made = new StableRequest(Subject, contract.ExampleOf(call.Operation), keepsDeletion: true).Make(
            schema.Root,
            sent
        );
        var same = schema
            .Check(Payloads.Write(made))
            .Select(v => (v.Pointer, v.Keyword))
            .SequenceEqual(_broken.Select(v => (v.Pointer, v.Keyword)));
        return same ? made : sent;
    }

    private Subject Subject => Subject.At(_broken is [var first, ..] ? first.Pointer : null);

    private InteractionBody? RequestBody(JsonNode? stable)
    {
        if (call.Request.Body is not { Length: > 0 } bytes || call.Operation.Body is not { } body)
        {
            return null;
        }

        return stable is null
            ? new InteractionBody("application/json", null, Encoding.UTF8.GetString(bytes.Span))
            : new InteractionBody(
                "application/json",
                new ExpectedRequest(Subject, isOpen: true).Of(contract.Schemas.At(body.SchemaPointer).Root, stable),
                null
            );
    }

    private InteractionBody? ResponseBody(StableTexts texts)
    {
        var type = PactBody.TypeOf(call.ContentType);
        if (
            type is null
            || call.Operation.ResponseFor(call.Status)?.Contents.GetValueOrDefault(type) is not { } pointer
            || BodyMatcher.Parse(call.Answer) is not { } body
        )
        {
            return null;
        }

        var places = _broken.Select(v => Location.At(v.Pointer)).ToList();
        var errors = places.Count > 0 && !call.IsAccepted ? new ExpectedError(places) : null;
        var expected = new ExpectedAnswer(texts, call.Expected?.Status is not null, errors).Of(
            contract.Schemas.At(pointer, Direction.Answer).Root,
            body
        );
        return new InteractionBody(type, expected, null);
    }

    private CaseRequest Credentials() =>
        new()
        {
            Method = call.Operation.Method,
            Target = call.Request.Path,
            Credentials = call.Operation.Credentials,
            Key = call.Operation.Credentials.All(c => c.In != "header" || call.Request.Header(c.Header).Count > 0)
                ? KeyUse.Configured
                : KeyUse.Absent,
        };

    private string Described(JsonNode? sent)
    {
        var noun = CaseWords.Noun(call.Operation);
        if (call.Operation.Body is not { } body || sent is not JsonObject map)
        {
            return noun;
        }

        var root = contract.Schemas.At(body.SchemaPointer).Root;
        var optional = map.Select(m => m.Key)
            .Where(n => !root.Required.Contains(n))
            .Order(StringComparer.Ordinal)
            .ToList();
        return optional.Count == 0
            ? $"{noun} with its required properties alone"
            : $"{noun} with {string.Join(" and ", optional)}";
    }

    private static string Slug(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
