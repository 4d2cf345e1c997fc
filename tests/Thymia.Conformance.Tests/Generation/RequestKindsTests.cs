using System.Text;
using System.Text.Unicode;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>Requests that are odd or wrong around their values.</summary>
public sealed class RequestKindsTests
{
    private static readonly Dictionary<string, TestCase> Cases = Fixtures
        .Cases(Fixtures.Contract)
        .ToDictionary(c => c.Id.Split(':', 2)[1]);

    [Theory]
    [InlineData("accept-anything", "Accept: */*")]
    [InlineData("accept-with-parameters", "Accept: application/json; charset=utf-8; q=0.9, */*; q=0.1")]
    [InlineData("unknown-header", "X-Conformance-Unknown: \"1\", 2; a=b")]
    [InlineData("body-in-chunks", "Transfer-Encoding: chunked")]
    public void A_valid_request_has_another_header(string kind, string header)
    {
        var made = Cases["request:header:" + kind];

        Assert.IsType<Expectation.Accepted>(made.Expectation);
        Assert.Equal([header], made.Request.Headers.Select(h => $"{h.Key}: {h.Value}"));
    }

    [Theory]
    [InlineData("[{}, {token: []}]", true)]
    [InlineData("[{token: []}, {}]", true)]
    [InlineData("[{token: []}]", false)]
    public void Who_may_come_without_a_key_does_so_too(string security, bool mayBeAbsent)
    {
        var description = Described.Read(
            $$$"""
            openapi: 3.1.0
            info: {title: Tests, version: '1'}
            paths:
              /s:
                get:
                  security: {{{security}}}
                  responses: {'200': {description: ok}}
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """
        );
        var operation = description.Operations[0];
        var chosen = operation with { Credentials = operation.Alternatives.First(a => a.Count > 0) };
        var (generators, guard) = Fixtures.Load(description with { Operations = [chosen] });

        var made = generators
            .Single()
            .Enumerated.Select(p => p.Make())
            .FirstOrDefault(c => c.Id.EndsWith(":request:header:without-credential", StringComparison.Ordinal));

        Assert.Equal(mayBeAbsent, made is not null);
        if (made is not null)
        {
            Assert.True(made.IsValid);
            Assert.False(made.Request.CarriesKey);
            Assert.Null(guard.Contradiction(made));
        }
    }

    [Fact]
    public void The_name_of_the_key_stands_in_another_case()
    {
        var request = Cases["request:header:key-name-in-other-case"].Request;

        Assert.Equal(("X-API-KEY", "X-API-KEY"), (request.KeyHeader, Assert.Single(request.Credentials).Header));
        Assert.Equal(KeyUse.Configured, request.Key);
    }

    [Fact]
    public void A_property_stands_twice_with_one_value()
    {
        var text = Encoding.UTF8.GetString(Cases["body:notation:property-twice"].Request.Body!.Value.Span);

        Assert.Equal(3, text.Split("\"user\":").Length);
        Assert.Equal(3, text.Split("\"userLabel\":").Length);
    }

    [Theory]
    [InlineData("bytes", "application/json")]
    [InlineData("bytes-as-text", "text/plain; charset=utf-8")]
    [InlineData("bytes-as-octet-stream", "application/octet-stream")]
    public void A_body_is_no_text(string kind, string type)
    {
        var request = Cases["body:encoding:" + kind].Request;

        Assert.Equal(type, request.ContentType);
        Assert.False(Utf8.IsValid(request.Body!.Value.Span));
    }

    [Fact]
    public void A_malformed_body_is_some_bytes_however_short_a_valid_one_may_be()
    {
        var cases = Fixtures
            .Load(
                Described.Read(
                    """
                    openapi: 3.1.0
                    info: {title: t, version: '1'}
                    paths:
                      /things:
                        post:
                          requestBody: {content: {application/json: {schema: {type: object}}}}
                          responses: {'200': {description: ok}, '422': {description: no}}
                    """
                )
            )
            .Generators.SelectMany(g => g.Plan(0))
            .Select(p => p.Make())
            .Where(c => c.Keyword == "json")
            .ToList();

        Assert.Contains(cases, c => c.Kind == "cut-at-a-quarter");
        Assert.All(cases, c => Assert.NotEqual(0, c.Request.Body!.Value.Length));
    }

    [Theory]
    [InlineData("absent-with-trailing-slash", "/v1/calls/")]
    [InlineData("absent-with-path-in-other-case", "/V1/CALLS")]
    public void No_spelling_of_the_path_leads_past_the_key(string kind, string target)
    {
        var made = Cases["header.x-api-key:required:" + kind];

        Assert.Equal((target, KeyUse.Absent), (made.Request.Target, made.Request.Key));
        var statuses = Assert.IsType<Expectation.Refused>(made.Expectation).Statuses;
        Assert.Equal((300, 499), (statuses.Min(), statuses.Max()));
    }

    [Fact]
    public void A_wrong_key_stands_beside_a_body_that_is_no_json()
    {
        var made = Cases["header.x-api-key:security:wrong-beside-malformed-body"];

        Assert.Equal((KeyUse.Wrong, 1), (made.Request.Key, made.Request.Body!.Value.Length));
        Assert.Equal([400, 401, 403, 422], Assert.IsType<Expectation.Refused>(made.Expectation).Statuses);
    }

    [Theory]
    [InlineData("head", "HEAD")]
    [InlineData("trace", "TRACE")]
    public void A_method_goes_without_a_body(string kind, string method)
    {
        var request = Cases["request:method:" + kind].Request;

        Assert.Equal((method, null, null), (request.Method, request.ContentType, request.Body));
    }

    [Fact]
    public void Where_a_path_can_be_read_its_head_may_be_answered() =>
        Assert.DoesNotContain(Fixtures.Cases("library-3.1.yaml").Where(c => c.Operation.Method == "GET"), c =>
            c.Kind == "head"
        );
}
