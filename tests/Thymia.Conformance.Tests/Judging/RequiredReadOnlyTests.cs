using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Generation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>Read-only properties of requests, from OpenAPI 3.1 on.</summary>
public sealed class RequiredReadOnlyTests
{
    private const string Reason = "is readOnly and required: OpenAPI 3.1 does not say whether a request has it";

    [Fact]
    public void Leaves_a_refusal_of_a_valid_request_open()
    {
        var (api, cases) = Cases("required: [id, name]");
        var valid = cases.First(c => c.IsValid && c.Tier == Tier.Plausible && c.Request.Body is not null);

        var verdict = Assert.IsType<Verdict.Inconclusive>(Decide(api, valid, 400));

        Assert.Equal($"request body at /id {Reason}", verdict.Reason);
        Assert.IsNotType<Verdict.Failed>(Decide(api, valid, 200));
    }

    [Fact]
    public void Leaves_it_open_that_a_request_is_accepted_without_it()
    {
        var (api, cases) = Cases("required: [id, name]");

        Assert.Equal(
            $"request body at /id {Reason}",
            Assert.IsType<Verdict.Inconclusive>(Decide(api, Without(cases, "/id"), 200)).Reason
        );
        Assert.IsType<Verdict.Failed>(Decide(api, Without(cases, "/name"), 200));
    }

    [Fact]
    public void Says_nothing_of_one_that_is_optional()
    {
        var (api, cases) = Cases("required: [name]");
        var valid = cases.First(c => c.IsValid && c.Tier == Tier.Plausible && c.Request.Body is not null);

        Assert.IsType<Verdict.Failed>(Decide(api, valid, 400));
        Assert.DoesNotContain(cases, c => c.Location.Pointer == "/id");
        Assert.DoesNotContain(cases, c => c.IsValid && Body(c).Contains("\"id\"", StringComparison.Ordinal));
    }

    private static string Body(TestCase testCase) => Encoding.UTF8.GetString((testCase.Request.Body ?? default).Span);

    private static TestCase Without(IEnumerable<TestCase> cases, string pointer) =>
        cases.First(c => c.Mutation?.Constraint is { Keyword: "required" } k && k.Location.Pointer == pointer);

    private static Verdict Decide(ApiDescription api, TestCase testCase, int status) =>
        new Judge(new SchemaLibrary(api), new JudgeOptions()).Decide(
            testCase,
            Sample.Answered(testCase, status, "", "")
        );

    private static (ApiDescription Api, List<TestCase> Cases) Cases(string required)
    {
        var api = Described.Read(
            $$$"""
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /things:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          {{{required}}}
                          properties: {id: {type: string, readOnly: true}, name: {type: string}}
                  responses: {'200': {description: ok}, '400': {description: bad}}
            """
        );
        return (api, Fixtures.Load(api).Generators.Single().Enumerated.Select(p => p.Make()).ToList());
    }
}
