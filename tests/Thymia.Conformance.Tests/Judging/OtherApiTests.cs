using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// How answers of an API that is not the shipped one are judged: by OpenAPI, HTTP and its description alone.
/// </summary>
public sealed class OtherApiTests : OtherApi
{
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
    [InlineData(415, "requestBody", 0, true)]
    [InlineData(415, "json", 0, true)]
    [InlineData(415, "required", 0, false)]
    [InlineData(413, "maxLength", 8192, true)]
    [InlineData(413, "maxLength", 8191, false)]
    [InlineData(414, "maxLength", 1024, true)]
    [InlineData(414, "maxLength", 1000, false)]
    [InlineData(431, "maxLength", 1024, true)]
    [InlineData(431, "maxLength", 1023, false)]
    public void Takes_a_documented_status_that_names_the_fault_for_a_refusal(
        int status,
        string keyword,
        int size,
        bool holds
    )
    {
        var api = Api(
            "        '200': {description: ok}\n        '422': {description: bad}\n"
                + $"        '{status}': {{description: named}}\n"
        );
        var text = new string('x', size);
        var sound = Case(api);
        var broken = sound with
        {
            Keyword = keyword,
            Location = Location.Body,
            Expectation = new Expectation.Rejected(422, []),
            Mutation = Sample.Number.Mutation,
            Request = sound.Request with
            {
                Target = status == 414 ? $"/things/1?{text}" : "/things/1",
                Headers = status == 431 ? [KeyValuePair.Create("x-trace", text)] : [],
                Body = status == 413 ? Encoding.UTF8.GetBytes(text) : null,
            },
        };

        Assert.Equal(
            holds,
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
}
