using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>Which framework an error is of, and what it takes for each type there is.</summary>
public sealed class FrameworkTests
{
    private const string Text = """
        openapi: 3.0.3
        info: {title: Things, version: '1'}
        paths:
          /things:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [required]
                      properties:
                        required: {type: string}
                        text: {type: string}
                        whole: {type: integer}
                        size: {type: number}
                        flag: {type: boolean}
                        at: {type: string, format: date-time}
                        clock: {type: string, format: time}
                        span: {type: string, format: duration}
                        ref: {type: string, format: uuid}
                        mail: {type: string, format: email}
                        link: {type: string, format: uri}
                        code: {type: string, pattern: '^[a-z]+$'}
                        tags: {type: array, uniqueItems: true, items: {type: string}}
                        kind: {type: string, enum: [a, b]}
              responses: {'200': {description: ok}}
        """;

    private static readonly SchemaNode Root = new SchemaLibrary(Described.Read(Text))
        .At(Described.Read(Text).Operations[0].Body!.SchemaPointer)
        .Root;

    [Theory]
    [InlineData("""{"detail":[{"loc":["body"],"msg":"m","type":"value_error.missing"}]}""", "fastapi-pydantic-v1")]
    [InlineData("""{"detail":[{"loc":["body"],"msg":"m","type":"missing","input":{}}]}""", "fastapi-pydantic-v2")]
    [InlineData(
        """{"detail":{"errors":[{"loc":["body",0],"msg":"m","type":"type_error.integer"}],"body":"[1]"}}""",
        "fastapi-pydantic-v1"
    )]
    [InlineData(
        """
            {"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1",
              "title":"One or more validation errors occurred.",
              "status":400,"errors":{"$":["m"]}}
            """,
        "aspnet-core"
    )]
    [InlineData(
        """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"Bad Request","status":400}""",
        "aspnet-core"
    )]
    [InlineData(
        """{"timestamp":"2026-01-01T10:00:00Z","status":400,"error":"Bad Request","path":"/things"}""",
        "spring"
    )]
    [InlineData(
        """
            {"type":"about:blank","title":"Bad Request","status":400,
              "detail":"Failed to read request","instance":"/things"}
            """,
        "spring"
    )]
    [InlineData(
        """
            {"error":{"statusCode":422,"name":"UnprocessableEntityError","details":[{"path":"","code":"required",
              "message":"m","info":{}}]}}
            """,
        "ajv"
    )]
    [InlineData(
        """{"message":"m","errors":[{"path":"/body/a","message":"m","errorCode":"type.openapi.validation"}]}""",
        "ajv"
    )]
    [InlineData("""{"error":"bad request"}""", "strict")]
    [InlineData("""{"errors":[{"path":"a","message":"m"}]}""", "strict")]
    [InlineData("[]", "strict")]
    [InlineData("no JSON", "strict")]
    public void Auto_tells_frameworks_apart_by_their_errors(string body, string policy)
    {
        var choice = new PolicyChoice(PolicyChoice.Auto);

        for (var i = 0; i < 3; i++)
        {
            choice.Observe(Sample.Answered(Sample.LowerCaseSex, 422, body));
        }

        choice.Settle();
        Assert.Equal(policy, choice.Name);
    }

    [Theory]
    [InlineData("fastapi-pydantic-v1", "/whole", "type", "\" 21 \"", "1.5", "true")]
    [InlineData("fastapi-pydantic-v1", "/size", "type", "\" 12 \"", "\"1e5\"", "false")]
    [InlineData("fastapi-pydantic-v1", "/at", "format", "\"2020-1-2 3:04\"", "\"1700000000\"")]
    [InlineData("fastapi-pydantic-v1", "/at", "type", "1700000000", "true")]
    [InlineData("fastapi-pydantic-v1", "/clock", "format", "\"9:05\"", "\"3600\"")]
    [InlineData(
        "fastapi-pydantic-v1",
        "/ref",
        "format",
        "\"{6f9619ff-8b86-4d01-b42d-00cf4fc964ff}\"",
        "\"6f9619ff8b864d01b42d00cf4fc964ff\""
    )]
    [InlineData("fastapi-pydantic-v1", "/mail", "format", "\"Sam <sam@example.com>\"")]
    [InlineData("fastapi-pydantic-v1", "/tags", "uniqueItems", "[\"a\",\"a\"]")]
    [InlineData("fastapi-pydantic-v1", "/code", "pattern", "\"abc\\n\"")]
    [InlineData("fastapi-pydantic-v2", "/whole", "type", "\"21\"", "\"1.0\"", "true")]
    [InlineData("fastapi-pydantic-v2", "/size", "type", "\"1e5\"", "true")]
    [InlineData("fastapi-pydantic-v2", "/at", "format", "\"2020-01-02\"", "\"2020-01-02T03:04\"")]
    [InlineData("fastapi-pydantic-v2", "/clock", "format", "\"09:05\"")]
    [InlineData("fastapi-pydantic-v2", "/span", "format", "\"1 day, 00:10:00\"", "\"00:15:30\"", "\"15\"", "\"1D\"")]
    [InlineData("fastapi-pydantic-v2", "/span", "type", "15", "true")]
    [InlineData("fastapi-pydantic-v2", "/ref", "format", "\"urn:uuid:6f9619ff-8b86-4d01-b42d-00cf4fc964ff\"")]
    [InlineData("fastapi-pydantic-v2", "/tags", "uniqueItems", "[\"a\",\"a\"]")]
    [InlineData("aspnet-core", "/whole", "type", "\"21\"")]
    [InlineData("aspnet-core", "/at", "format", "\"2020-01-02\"")]
    [InlineData("aspnet-core", "/text", "type", "null")]
    [InlineData("spring", "/text", "type", "1", "true")]
    [InlineData("spring", "/whole", "type", "1.5", "\"\"")]
    [InlineData("ajv", "/flag", "type", "\"true\"", "1", "null")]
    [InlineData("ajv", "/whole", "type", "\"21\"", "null")]
    public void Takes_what_the_framework_coerces(string policy, string place, string keyword, params string[] values) =>
        Assert.All(values, v => Assert.NotNull(Find(policy, place, keyword, v)));

    [Theory]
    [InlineData("fastapi-pydantic-v1", "/whole", "type", "\"1.5\"", "\"x\"", "[]", "{}")]
    [InlineData("fastapi-pydantic-v1", "/at", "format", "\"tomorrow\"", "\"2020-01-02\"")]
    [InlineData("fastapi-pydantic-v1", "/ref", "format", "\"6f96\"")]
    [InlineData("fastapi-pydantic-v1", "/code", "pattern", "\"ABC\"")]
    [InlineData("fastapi-pydantic-v1", "/required", "type", "null")]
    [InlineData("fastapi-pydantic-v2", "/whole", "type", "\"1.5\"", "1.5", "[]", "\"\uFF11\"")]
    [InlineData("fastapi-pydantic-v2", "/text", "type", "1", "true")]
    [InlineData("fastapi-pydantic-v2", "/code", "pattern", "\"abc\\n\"")]
    [InlineData("aspnet-core", "/flag", "type", "\"true\"", "1")]
    [InlineData("aspnet-core", "/text", "type", "1")]
    [InlineData("spring", "/flag", "type", "\"maybe\"")]
    [InlineData("ajv", "/whole", "type", "\"1.5\"", "[]")]
    [InlineData("ajv", "/kind", "enum", "\"A\"")]
    public void Hides_nothing_else(string policy, string place, string keyword, params string[] values) =>
        Assert.All(values, v => Assert.Null(Find(policy, place, keyword, v)));

    [Theory]
    [InlineData("name-capitalised", true)]
    [InlineData("name-in-upper-case", true)]
    [InlineData("absent", false)]
    [InlineData("name-in-snake-case", false)]
    public void Takes_names_in_any_case_where_the_framework_does(string kind, bool isTaken)
    {
        var mutation = Sample.Mutated("/kind", "required", kind, null).Mutation!;
        var input = BrokenInput.Of(Sample.Valid, mutation, Root);

        var rule = PolicyReader.ReadNamed("aspnet-core").Find(input, ToleratedAnswer.Accepted, 200);

        Assert.Equal(isTaken ? "aspnet-names-in-any-case" : null, rule?.Rule);
        Assert.Null(PolicyReader.ReadNamed("spring").Find(input, ToleratedAnswer.Accepted, 200));
    }

    [Theory]
    [InlineData("anyOf: [{type: number}, {type: 'null'}]", "true", true)]
    [InlineData("type: [number, 'null']", "true", true)]
    [InlineData("oneOf: [{type: string}, {anyOf: [{type: integer}]}]", "true", true)]
    [InlineData("anyOf: [{type: string}, {type: 'null'}]", "true", false)]
    [InlineData("anyOf: [{type: integer, enum: [1]}, {type: 'null'}]", "true", false)]
    public void Takes_what_it_coerces_for_any_alternative(string schema, string sent, bool isTaken)
    {
        var api = Described.Read(
            "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /things:\n    post:\n      requestBody:\n"
                + "        content: {application/json: {schema: {properties: {part: {properties: {size: "
                + $"{{{schema}}}}}}}}}}}}}}}\n"
                + "      responses: {'200': {description: ok}}\n"
        );
        var root = new SchemaLibrary(api).At(api.Operations[0].Body!.SchemaPointer).Root;
        var mutation = Sample.Mutated("/part/size", "type", "tried", sent).Mutation!;

        var rule = PolicyReader
            .ReadNamed("fastapi-pydantic-v2")
            .Find(BrokenInput.Of(Sample.Valid, mutation, root), ToleratedAnswer.Accepted, 200);

        Assert.Equal(isTaken, rule is not null);
    }

    [Fact]
    public void Lets_an_optional_member_be_answered_as_null_where_the_framework_writes_it()
    {
        var v1 = PolicyReader.ReadNamed("fastapi-pydantic-v1");

        Assert.Equal("v1-null-for-optional-answer", v1.FindAnswer("null", isOptional: true)?.Rule);
        Assert.Null(v1.FindAnswer("null", isOptional: false));
        Assert.Null(v1.FindAnswer("1", isOptional: true));
        Assert.Null(PolicyReader.ReadNamed("fastapi-pydantic-v2").FindAnswer("null", isOptional: true));
        Assert.Null(Policy.Strict.FindAnswer("null", isOptional: true));
    }

    [Theory]
    [InlineData("fastapi-pydantic-v1", true)]
    [InlineData("strict", false)]
    public void Judges_such_an_answer_by_the_policy(string policy, bool isTolerated)
    {
        var judge = new Conformance.Judging.Deciding.Judge(Sample.Schemas, Sample.Judging with { Policy = policy });
        var answer = Sample.Created.Replace("\"status\"", "\"activityLink\":null,\"status\"", StringComparison.Ordinal);

        var verdict = judge.Decide(Sample.Valid, Sample.Answered(Sample.Valid, 200, answer));

        Assert.Equal(isTolerated, verdict is Verdict.Tolerated { Rule: "v1-null-for-optional-answer" });
        Assert.Equal(!isTolerated, verdict is Verdict.Failed);
    }

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(false, "by its prose", false)]
    public void Takes_null_for_a_body_that_may_be_left_out(bool required, string? demandedBy, bool isTaken)
    {
        var operation = Sample.Operation with
        {
            Body = Sample.Operation.Body! with { Required = required, DemandedBy = demandedBy },
        };
        var mutation = Sample.Mutated("", "type", "null", "null").Mutation!;
        var input = BrokenInput.Of(Sample.Valid with { Operation = operation }, mutation, Root);

        var rule = PolicyReader.ReadNamed("fastapi-pydantic-v1").Find(input, ToleratedAnswer.Accepted, 200);

        Assert.Equal(isTaken ? "v1-null-for-optional" : null, rule?.Rule);
    }

    private static Verdict.Tolerated? Find(string policy, string place, string keyword, string value)
    {
        var mutation = Sample.Mutated(place, keyword, "tried", value).Mutation!;
        return PolicyReader
            .ReadNamed(policy)
            .Find(BrokenInput.Of(Sample.Valid, mutation, Root), ToleratedAnswer.Accepted, 200);
    }
}
