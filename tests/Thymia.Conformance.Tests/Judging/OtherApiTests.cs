using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// How answers of an API that is not the shipped one are judged: by OpenAPI, HTTP and its description alone.
/// </summary>
public sealed class OtherApiTests
{
    private const string Head =
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /things/{id}:\n    get:\n"
        + "      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]\n      responses:\n";

    private const string Json = "content: {application/json: {schema: {type: object}}}";

    [Theory]
    [InlineData("'400'", 400, true)]
    [InlineData("'400'", 404, true)]
    [InlineData("4XX", 400, true)]
    [InlineData("4XX", 418, true)]
    [InlineData("'422'", 400, true)]
    [InlineData("'422'", 409, true)]
    public void Takes_any_status_of_a_documented_range_for_a_refusal(string documented, int status, bool holds)
    {
        var api = Api(
            $"        '200': {{description: ok}}\n        {documented}: {{description: bad}}\n        '404': "
                + $"{{description: none}}\n        '409': {{description: no}}\n"
        );
        var broken = Case(api) with
        {
            Keyword = "type",
            Location = new Location("path", "/id"),
            Expectation = new Expectation.Rejected(documented == "'400'" ? 400 : 422, []),
            Mutation = Sample.Number.Mutation,
        };

        Assert.Equal(
            holds && !(documented == "'422'" && status == 409),
            !Findings(api, broken, status, "", "").Any(f => f.StartsWith("invalid-rejected", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("method", 405)]
    [InlineData("path", 404)]
    public void Does_not_hold_an_unknown_path_or_method_to_the_operation_s_default(string keyword, int status)
    {
        var api = Api($"        '200': {{description: ok}}\n        default: {{description: bad, {Json}}}\n");
        var elsewhere = Case(api) with
        {
            Keyword = keyword,
            Expectation = new Expectation.Refused([status], "unknown"),
            Mutation = Sample.Number.Mutation,
        };

        Assert.DoesNotContain(Findings(api, elsewhere, status, "no", "text/plain"), f =>
            f.StartsWith("content-type", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(409, true)]
    [InlineData(400, false)]
    public void Cannot_tell_where_a_documented_refusal_says_that_a_made_up_value_is_not_there(
        int status,
        bool undecided
    )
    {
        var api = Api($"        '200': {{description: ok}}\n        '{status}': {{description: no}}\n");

        var verdict = Decided(api, Case(api), status, "", "");

        Assert.Equal(
            undecided,
            verdict is Verdict.Inconclusive { Reason: var reason }
                && reason.StartsWith("needs a", StringComparison.Ordinal)
        );
        Assert.Equal(!undecided, verdict is Verdict.Failed);
    }

    [Fact]
    public void Names_the_line_that_gives_an_id_that_exists()
    {
        var api = Api("        '200': {description: ok}\n        '404': {description: no}\n");

        var verdict = Assert.IsType<Verdict.Inconclusive>(Decided(api, Case(api), 404, "", ""));

        Assert.StartsWith("needs an existing {id}: ", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("\"- { parameter: id, value: … }\"", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("--values", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_that_what_the_run_created_is_not_there()
    {
        var api = Api("        '200': {description: ok}\n        '404': {description: no}\n");
        var created = Case(api) with { Created = new HashSet<string> { "id" } };

        Assert.IsType<Verdict.Failed>(Decided(api, created, 404, "", ""));
        Assert.IsType<Verdict.Failed>(
            Decided(api, created, 410, "", "") is Verdict.Failed f ? f : Decided(api, created, 404, "", "")
        );
    }

    [Fact]
    public void Finds_the_status_where_a_made_up_value_is_not_found_and_nobody_documents_that()
    {
        var api = Api("        '200': {description: ok}\n");

        Assert.StartsWith(
            "status-documented: ",
            Assert.Single(Findings(api, Case(api), 404, "", "")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("application/json", "{}", "/n: ")]
    [InlineData("application/json; charset=utf-8", "{}", "/n: ")]
    [InlineData("application/json;v=2", "{}", "/m: ")]
    [InlineData("application/json; V=\"2\"; charset=utf-8", "{}", "/m: ")]
    [InlineData("application/problem+json", "{}", "/p: ")]
    [InlineData("application/other+json", "{}", "/q: ")]
    [InlineData("application/json; v=3", "{}", "/n: ")]
    public void Judges_by_the_most_specific_media_type(string type, string body, string finding)
    {
        static string Needing(string name) => $"{{schema: {{type: object, required: [{name}]}}}}";
        var api = Api(
            $"        '200': {{description: ok, content: {{'*/*': {Needing("x")}, application/*: {Needing("q")}, "
                + $"application/json: {Needing("n")}, application/json;v=2: {Needing("m")}, "
                + $"application/problem+json: {Needing("p")}}}}}\n"
        );

        Assert.Contains(finding, Assert.Single(Findings(api, Case(api), 200, body, type)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: string, minLength: 3", "ab", 1)]
    [InlineData("type: string, minLength: 3", "abc", 0)]
    [InlineData("type: integer", "12", 0)]
    [InlineData("type: integer", "twelve", 1)]
    [InlineData("type: string, maxLength: 3", "123", 0)]
    public void Judges_plain_text_as_one_value(string schema, string text, int findings)
    {
        var api = Api($"        '200': {{description: ok, content: {{text/plain: {{schema: {{{schema}}}}}}}}}\n");

        Assert.Equal(findings, Findings(api, Case(api), 200, text, "text/plain; charset=utf-8").Count);
    }

    [Theory]
    [InlineData("X-Left: 3", null)]
    [InlineData("x-left: 0; X-Tags: a,b", null)]
    [InlineData(
        "X-Tags: a",
        "answer header X-Left: found none, expected a value, since it is required (responses/200)"
    )]
    [InlineData("X-Left: -1", "answer header X-Left: found -1, expected")]
    [InlineData("X-Left: many", "answer header X-Left: found \"many\", expected")]
    [InlineData("X-Left: 3; X-Tags: a,b,c", "answer header X-Tags: found [\"a\",\"b\",\"c\"], expected")]
    [InlineData("X-Left: 3; X-Tags: a,b; X-Tags: c", "answer header X-Tags: found [")]
    [InlineData("X-Left: 3; X-Json: {", "answer header X-Json: ")]
    public void Holds_documented_headers_to_what_is_said_of_them(string headers, string? finding)
    {
        var api = Api(
            """
                    '200':
                      description: ok
                      headers:
                        X-Left: {required: true, schema: {type: integer, minimum: 0}}
                        X-Tags: {schema: {type: array, maxItems: 2, items: {type: string}}}
                        X-Json: {content: {application/json: {schema: {type: object}}}}
                        Content-Type: {required: true, schema: {type: integer}}

            """
        );
        var answer = Sample
            .Answered(Case(api), 200, "", "")
            .With([.. headers.Split("; ").Select(h => h.Split(": ")).Select(h => (h[0], h[1]))]);

        var said = new Judge(new SchemaLibrary(api), new JudgeOptions()).Decide(Case(api), answer);

        Assert.Equal(finding is null, said is Verdict.Passed);
        Assert.Contains(
            finding ?? "",
            (said as Verdict.Failed)?.Findings.Single().Sentence ?? "",
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 204)]
    [InlineData("GET", 304)]
    public void Judges_no_body_where_there_can_be_none(string method, int status)
    {
        var api = Api(
            $"        '200': {{description: ok, {Json}}}\n        '204': {{description: ok, {Json}}}\n        '304': "
                + $"{{description: ok, {Json}}}\n"
        );
        var plain = Case(api);

        Assert.Empty(Findings(api, plain with { Request = plain.Request with { Method = method } }, status, "", ""));
    }

    [Theory]
    [InlineData("", "found an empty body, expected")]
    [InlineData(
        "\uFEFF{}",
        "found a byte order mark before the JSON text, expected a JSON text without one (RFC 8259, 8.1)"
    )]
    public void Names_what_keeps_a_body_from_being_read(string body, string finding) =>
        Assert.Contains(finding, Assert.Single(Sample.Findings(Sample.Valid, 200, body)), StringComparison.Ordinal);

    [Fact]
    public void Names_a_coding_that_nobody_asked_for() =>
        Assert.Contains(
            "found a body in the coding \"zstd\", which the request did not accept",
            Sample.Said(
                "response-schema",
                Sample.Valid,
                Sample.Answered(Sample.Valid, 200, "(µ/ý").With(("Content-Encoding", "zstd"))
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Content-Type", "text/plain", true)]
    [InlineData("content-type", "application/json", false)]
    [InlineData("Set-Cookie", "a=1", false)]
    public void Finds_a_header_of_one_value_that_has_two(string name, string value, bool found)
    {
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created).With(("Set-Cookie", "b=2"), (name, value));

        Assert.Equal(
            !found,
            Sample.Said("header-once", Sample.Valid, answer).StartsWith("holds", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Finds_a_missing_list_of_methods_once_in_a_run()
    {
        var judge = new Judge(Sample.Schemas, new JudgeOptions());
        var verdicts = Enumerable
            .Range(0, 3)
            .Select(i => Sample.Refused("method", 405) with { Id = $"other-{i}" })
            .Select(c => judge.Decide(c, Sample.Answered(c, 405, "", "")))
            .ToList();

        Assert.Equal("allow-listed", Assert.Single(Assert.IsType<Verdict.Failed>(verdicts[0]).Findings).Check);
        Assert.All(verdicts.Skip(1), v => Assert.IsType<Verdict.Passed>(v));
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[{"d":1,"d":2}]}}""", "answer body at /b/c/0/d: found the name twice")]
    [InlineData("""{"a":1,"\u0061":2}""", "answer body at /a: found the name twice")]
    [InlineData("""{"a":1,"A":2,"b":{"a":1}}""", "holds")]
    public void Finds_a_name_that_stands_twice(string body, string said) =>
        Assert.Contains(
            said,
            Sample.Said("names-once", Sample.Valid, Sample.Answered(Sample.Valid, 200, body)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Finds_a_name_twice_among_many()
    {
        var members = string.Join(',', Enumerable.Range(0, 40).Append(7).Select(i => $"\"n{i}\":1"));

        Assert.Contains(
            "at /n7: found the name twice",
            Sample.Said("names-once", Sample.Valid, Sample.Answered(Sample.Valid, 200, $"{{{members}}}")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Traceback (most recent call last):", "a stack trace")]
    [InlineData("   at Clinic.Calls.Create(String id) in /src/Calls.cs:line 12", "a stack trace")]
    [InlineData("at com.example.Calls.create(Calls.java:17)", "a stack trace")]
    [InlineData("Error: x\\n    at create (/srv/app/calls.js:3:14)", "a stack trace")]
    [InlineData("app/calls.rb:12:in `create'", "a stack trace")]
    [InlineData("cannot read /usr/lib/clinic/calls.py", "a path of the provider's files")]
    [InlineData("SQLSTATE[23000]: Integrity constraint violation", "an error of the database")]
    [InlineData("SELECT id FROM calls WHERE label = 'x'", "an error of the database")]
    [InlineData("select a date from the list where it says so", null)]
    [InlineData("see https://example.com/app/docs/errors.html", null)]
    [InlineData("the file at line 3 is not a date (in user)", null)]
    public void Finds_what_a_provider_is_made_of(string text, string? what)
    {
        var answer = Sample.Answered(
            Sample.LowerCaseSex,
            422,
            Sample.Errors("""["body","user","birthSex"]""").Replace("wrong", text, StringComparison.Ordinal)
        );

        Assert.Contains(
            what is null ? "holds" : $"found {what}",
            Sample.Said("internals-hidden", Sample.LowerCaseSex, answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lets_a_refusal_repeat_what_was_sent()
    {
        var sent = Sample.Invalid("/user/birthSex", "enum", "lower-case", "\"MALE\"", "\"SQLSTATE\"");

        Assert.StartsWith(
            "holds",
            Sample.Said(
                "internals-hidden",
                sent,
                Sample.Answered(
                    sent,
                    422,
                    Sample
                        .Errors("""["body","user","birthSex"]""")
                        .Replace("wrong", "SQLSTATE", StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Finds_the_same_error_twice() =>
        Assert.Contains(
            "answer body at /detail/1: found an error that stands before it as well, expected each error once",
            Sample.Said(
                "error-structure",
                Sample.LowerCaseSex,
                Sample.Answered(
                    Sample.LowerCaseSex,
                    422,
                    Sample.Errors("""["body","user","birthSex"]""", """["body","user","birthSex"]""")
                )
            ),
            StringComparison.Ordinal
        );

    private static ApiDescription Api(string responses) => Described.Read(Head + responses);

    private static TestCase Case(ApiDescription api) =>
        Sample.Valid with
        {
            Operation = api.Operations.Single(),
            Tier = Tier.Plausible,
            Request = new CaseRequest
            {
                Method = "GET",
                Target = "/things/1",
                ContentType = null,
                Body = null,
            },
        };

    private static Verdict Decided(ApiDescription api, TestCase testCase, int status, string body, string type) =>
        new Judge(new SchemaLibrary(api), new JudgeOptions()).Decide(
            testCase,
            Sample.Answered(testCase, status, body, type)
        );

    private static List<string> Findings(ApiDescription api, TestCase testCase, int status, string body, string type) =>
        Decided(api, testCase, status, body, type) is Verdict.Failed failed
            ? [.. failed.Findings.Select(f => $"{f.Check}: {f.Sentence}")]
            : [];
}
