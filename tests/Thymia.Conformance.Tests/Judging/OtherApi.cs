using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>Verdicts about an API of a few lines.</summary>
public abstract class OtherApi
{
    private protected const string Head =
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /things/{id}:\n    get:\n"
        + "      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]\n      responses:\n";

    private protected const string Json = "content: {application/json: {schema: {type: object}}}";

    private protected static ApiDescription Api(string responses) => Described.Read(Head + responses);

    private protected static TestCase Case(ApiDescription api) =>
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

    private protected static Verdict Decided(
        ApiDescription api,
        TestCase testCase,
        int status,
        string body,
        string type
    ) =>
        new Judge(new SchemaLibrary(api), new JudgeOptions()).Decide(
            testCase,
            Sample.Answered(testCase, status, body, type)
        );

    private protected static List<string> Findings(
        ApiDescription api,
        TestCase testCase,
        int status,
        string body,
        string type
    ) =>
        Decided(api, testCase, status, body, type) is Verdict.Failed failed
            ? [.. failed.Findings.Select(f => $"{f.Check}: {f.Sentence}")]
            : [];
}
