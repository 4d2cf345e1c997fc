using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Makes interactions of judged cases.</summary>
internal sealed class InteractionMaker(SchemaLibrary schemas, Func<Operation, JsonNode?> examples, ContractSize size)
{
    /// <summary>
    /// True where the answer is one that the contract documents for this case: a success for a valid one, the
    /// validation error for an invalid one. Keys that nobody issued get answers outside of the contract.
    /// </summary>
    public static bool CanMake(RunEvent.CaseJudged judged) =>
        judged.Exchange?.Answer is { } answer
        && judged.Case.Operation.ResponseFor(answer.Status) is not null
        && judged.Case.Request.Key is KeyUse.Configured or KeyUse.Absent or KeyUse.Wrong
        && judged.Case.Expectation switch
        {
            Expectation.Accepted => Statuses.IsSuccess(answer.Status),
            Expectation.Rejected rejected => answer.Status == rejected.Status,
            Expectation.Refused refused => refused.Statuses.Contains(answer.Status)
                && judged.Case.Request.Key == KeyUse.Wrong,
            _ => false,
        };

    /// <summary>The request as text: two interactions with the same one cannot both be told apart.</summary>
    public static string RequestText(Interaction interaction) =>
        string.Join(
            '\n',
            [
                interaction.Method,
                interaction.Path,
                .. interaction.Query.Select(q => $"{q.Key}={q.Value}"),
                .. interaction.RequestHeaders.Select(h => $"{h.Key}: {h.Value.ToJsonString()}"),
                interaction.RequestBody is { } body ? body.Text ?? body.Json?.ToJsonString() ?? "null" : "",
            ]
        );

    public Interaction Make(string key, RunEvent.CaseJudged judged)
    {
        var testCase = judged.Case;
        var request = testCase.Request;
        var sent = Parse(request.Body);
        var stable = Stable(testCase, sent);
        var expected = new ExpectedRequest(Subject.Of(testCase), size == ContractSize.Consumer, MayLeaveOut(testCase));
        var body = RequestBody(testCase, stable, expected);
        var target = request.Target.Split('?', 2);
        var path = new RecordedPath(testCase, schemas);
        return new Interaction
        {
            Key = key,
            Description = CaseWords.Describe(testCase),
            States = [.. RecordedCredentials.State(request), .. path.States],
            Method = request.Method,
            Path = path.Text,
            Query =
            [
                .. target.Skip(1).SelectMany(q => q.Split('&')).Select(Pair),
                .. RecordedCredentials.Query(request),
            ],
            RequestHeaders = [.. RecordedCredentials.Headers(request)],
            RequestBody = body,
            Required = expected.Required,
            Status = judged.Exchange!.Answer!.Status,
            ResponseBody = ResponseBody(
                testCase,
                judged.Exchange.Answer,
                new StableTexts(sent, stable, testCase.Expectation is not Expectation.Accepted)
            ),
            PactKey = request.CarriesKey && request.Key == KeyUse.Absent ? PactKey.Absent : PactKey.Sent,
        };
    }

    /// <summary>
    /// The body with its values fixed; as it was sent where fixing them would change what is wrong with it.
    /// </summary>
    private JsonNode? Stable(TestCase testCase, JsonNode? sent)
    {
        if (sent is null || testCase.Operation.Body is not { } body)
        {
            return sent;
        }

        var schema = schemas.At(body.SchemaPointer);
        var stable = new StableRequest(
            Subject.Of(testCase),
            examples(testCase.Operation),
            IsAboutDeletion(testCase)
        ).Make(schema.Root, sent);
        var same = Broken(schema, sent).SequenceEqual(Broken(schema, stable));
        return same ? stable : sent;
    }

    private static IEnumerable<(string, string)> Broken(PayloadSchema schema, JsonNode? payload) =>
        schema.Check(Payloads.Write(payload)).Select(v => (v.Pointer, v.Keyword)).Order();

    private InteractionBody? RequestBody(TestCase testCase, JsonNode? stable, ExpectedRequest expected)
    {
        if (testCase.Request.Body is not { } bytes)
        {
            return null;
        }

        var type = MediaTypeOf(testCase.Request.ContentType) ?? "application/json";
        return Parse(bytes) is null && !IsNull(bytes)
            ? new InteractionBody(type, null, Encoding.UTF8.GetString(bytes.Span))
            : new InteractionBody(
                type,
                expected.Of(schemas.At(testCase.Operation.Body!.SchemaPointer).Root, stable),
                null
            );
    }

    private InteractionBody? ResponseBody(TestCase testCase, Answer answer, StableTexts texts)
    {
        var type = MediaTypeOf(answer.Header("Content-Type"));
        if (
            type is null
            || !testCase.Operation.ResponseFor(answer.Status)!.Contents.TryGetValue(type, out var pointer)
            || pointer is null
            || Parse(answer.Body) is not { } body
        )
        {
            return null;
        }

        var errors = ExpectedError.Of(testCase.Expectation);
        var expected = new ExpectedAnswer(texts, testCase.Keyword != "enum" && !ShowsWhatIsThere(testCase), errors).Of(
            schemas.At(pointer, Direction.Answer).Root,
            Payloads.ToElement(body)
        );
        return new InteractionBody(type, expected, null);
    }

    // Such as the link to a next page, which there is where there are more things than one page holds.
    private static bool ShowsWhatIsThere(TestCase testCase) =>
        Methods.IsSafe(testCase.Request.Method) && testCase.Operation.Template.Names.Count == 0;

    private static KeyValuePair<string, string> Pair(string text)
    {
        var parts = text.Split('=', 2);
        return new(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
    }

    private static string? MediaTypeOf(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant();

    private static bool IsNull(ReadOnlyMemory<byte> bytes) => bytes.Span.SequenceEqual("null"u8);

    private static JsonNode? Parse(ReadOnlyMemory<byte>? bytes)
    {
        try
        {
            return bytes is { Length: > 0 } text ? JsonNode.Parse(text.Span) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Which properties there are includes the flag, but where one is there alone.
    private static bool IsAboutDeletion(TestCase testCase) =>
        FixedTexts.IsDeletion(JsonPointer.Segments(testCase.Location.Pointer) is [.., var name] ? name : "")
        || (testCase.Keyword == "optional" && testCase.Kind != "alone");

    // One interaction with all optional members stands for every mix of them.
    private bool MayLeaveOut(TestCase testCase) =>
        size == ContractSize.Consumer && testCase is { Keyword: "optional", Mutation: null };
}
