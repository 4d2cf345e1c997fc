using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Generation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>What a framework does beside what it was asked: named where its policy says so, a finding else.</summary>
public sealed class HabitTests
{
    private const string Text = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /others:
            get:
              parameters: [{name: save-data, in: header, required: true, schema: {type: boolean}}]
              responses:
                '200': {description: ok}
                '422': {$ref: '#/components/responses/Invalid'}
          /things/{id}:
            put:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name, price]
                      properties:
                        name: {type: string}
                        price: {type: number}
                        link: {type: string, format: uri, maxLength: 2083}
              responses:
                '200': {description: ok, content: {application/json: {schema: {}}}}
                '422': {$ref: '#/components/responses/Invalid'}
        components:
          responses:
            Invalid:
              description: Validation Error
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      detail:
                        type: array
                        items:
                          type: object
                          required: [loc, msg, type]
                          properties:
                            loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}
                            msg: {type: string}
                            type: {type: string}
        """;

    private static readonly ApiDescription Api = Described.Read(Text);

    private static readonly Dictionary<string, TestCase> Cases = Fixtures
        .Load(Api)
        .Generators.SelectMany(g => g.Plan(0))
        .Select(p => p.Make())
        .ToDictionary(c => c.Id);

    [Theory]
    [InlineData("link:format:one-label-host", "link", "value_error.url.host", "v1-top-level-domain-demanded")]
    [InlineData("link:format:port", "link", "value_error.url.host", null)]
    [InlineData("link:format:one-label-host", "link", "value_error.url.scheme", null)]
    [InlineData("price:required:absent", "", "type_error", "v1-dataclass-blamed-as-whole")]
    [InlineData("price:required:absent", "", "value_error.missing", null)]
    [InlineData("price:type:text", "", "type_error", null)]
    [InlineData("body:required:all-absent", "", "type_error", "v1-dataclass-blamed-as-whole")]
    [InlineData("body:required:all-absent", "", "value_error.missing", null)]
    [InlineData("price:type:text", "__key__", "type_error.integer", "v1-keys-blamed-apart")]
    [InlineData("price:type:text", "name", "type_error.integer", null)]
    public void An_error_is_as_the_framework_makes_it(string id, string place, string type, string? rule)
    {
        var steps = place.Length == 0 ? "\"body\"" : $"\"body\",\"{place}\"";

        Hold(id, 422, $$"""{"detail":[{"loc":[{{steps}}],"msg":"m","type":"{{type}}"}]}""", rule);
    }

    [Theory]
    [InlineData("save_data", "v2-header-by-field-name")]
    [InlineData("other-data", null)]
    public void A_header_of_a_model_is_blamed_by_its_field(string name, string? rule) =>
        Hold(
            "get-others:header.save-data:required:absent",
            422,
            $$"""{"detail":[{"loc":["header","{{name}}"],"msg":"m","type":"missing"}]}""",
            rule,
            policy: "fastapi-pydantic-v2"
        );

    [Theory]
    [InlineData("\"price\",\"[key]\"", "v2-keys-blamed-apart")]
    [InlineData("\"name\"", null)]
    public void A_key_is_blamed_below_what_it_names(string steps, string? rule) =>
        Hold(
            "price:type:text",
            422,
            """{"detail":[{"loc":["body","price"],"msg":"m","type":"float_parsing"},"""
                + $$"""{"loc":["body","other",{{steps}}],"msg":"m","type":"int_parsing"}]}""",
            rule,
            policy: "fastapi-pydantic-v2"
        );

    [Theory]
    [InlineData("__key__", "v1-keys-blamed-alike")]
    [InlineData("price", null)]
    public void An_error_stands_twice_where_the_framework_cannot_tell_keys_apart(string place, string? rule)
    {
        var error = $$"""{"loc":["body","{{place}}"],"msg":"m","type":"type_error.integer"}""";

        Hold("price:type:text", 422, $$"""{"detail":[{{error}},{{error}}]}""", rule);
    }

    [Theory]
    [InlineData("request:method:patch", 405, "GET", "v1-first-route-of-a-path")]
    [InlineData("request:method:patch", 405, null, null)]
    [InlineData("request:path:unknown-child", 200, null, "v1-path-converter")]
    [InlineData("get-others:request:path:unknown-child", 200, null, null)]
    public void A_router_answers_as_the_framework_has_it(string id, int status, string? allow, string? rule) =>
        Hold(id, status, "{}", rule, allow);

    private static void Hold(
        string id,
        int status,
        string body,
        string? rule,
        string? allow = null,
        string policy = "fastapi-pydantic-v1"
    )
    {
        var testCase = Cases[id.StartsWith("get-", StringComparison.Ordinal) ? id : $"put-things-id:{id}"];
        Assert.Equal(rule, (Decide(policy) as Verdict.Tolerated)?.Rule);
        Assert.IsType<Verdict.Failed>(Decide("strict"));
        if (rule is null)
        {
            Assert.IsType<Verdict.Failed>(Decide(policy));
        }

        Verdict Decide(string by)
        {
            var exchange = Sample.Answered(testCase, status, body);
            var headers = exchange.Answer!.Headers;
            return new Judge(new SchemaLibrary(Api), new JudgeOptions { Policy = by }).Decide(
                testCase,
                exchange with
                {
                    Answer = exchange.Answer with
                    {
                        Headers = allow is null ? headers : [.. headers, KeyValuePair.Create("Allow", allow)],
                    },
                }
            );
        }
    }
}
