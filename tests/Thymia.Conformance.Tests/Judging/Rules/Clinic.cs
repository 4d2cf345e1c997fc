using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Judging.Rules;

/// <summary>A small API with one operation, and rules that a test writes for it.</summary>
internal static class Clinic
{
    public const string Text = """
        openapi: 3.1.0
        info: {title: Clinic, version: '1'}
        paths:
          /visits:
            post:
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/Visit'}}}
              responses:
                '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Made'}}}}
                '400': {description: bad}
        components:
          schemas:
            Visit:
              type: object
              properties:
                ref: {type: string, format: uuid}
                from: {type: string, format: date-time}
                note: {type: string}
                size: {type: number}
                extra: {type: object}
                room: {type: string, default: hall}
            Made:
              type: object
              properties:
                number: {type: string}
                ref: {type: string, format: uuid}
                from: {type: string, format: date-time}
                remark: {type: string}
                size: {type: number}
                extra: {type: object}
                room: {type: string}
                link: {type: [string, 'null']}
                at: {type: string, format: date-time}
        """;

    private static readonly ApiDescription Description = Described.Read(Text);

    /// <summary>What the rules say of an answer to a valid request: a sentence for each finding.</summary>
    public static IReadOnlyList<string> Findings(string rule, string request, params string[] answers)
    {
        var schemas = new SchemaLibrary(Description);
        var judge = new Judge(schemas, new JudgeOptions { Rules = Read(rule).Bound(Description, schemas) });
        return
        [
            .. answers
                .Select(
                    (answer, i) => Case(request, i) is var visit ? judge.Decide(visit, Answered(visit, answer)) : null
                )
                .OfType<Verdict.Failed>()
                .SelectMany(f => f.Findings)
                .Select(f => f.Sentence),
        ];
    }

    /// <summary>The rules of a file that holds one, without its common members.</summary>
    public static RuleBook Read(string rule)
    {
        using var folder = new TemporaryFolder();
        return RuleBook.For(folder.Write("mine.yaml", File(rule)), "api.yaml", Description);
    }

    public static string File(string rule) =>
        "about: the clinic\nrules:\n  - id: mine\n    operation: POST /visits\n    title: it holds\n    says: so it "
        + "is\n    "
        + rule.Replace("\n", "\n    ", StringComparison.Ordinal)
        + "\n";

    private static TestCase Case(string body, int number) =>
        new()
        {
            Id = $"visit-{number}",
            Operation = Description.Operations[0],
            Location = Sample.Valid.Location,
            Keyword = "example",
            Kind = "plain",
            Tier = Tier.Plausible,
            Seed = new Seed(1),
            Expectation = new Expectation.Accepted(),
            Request = new CaseRequest
            {
                Method = "POST",
                Target = "/visits",
                ContentType = "application/json",
                Body = Encoding.UTF8.GetBytes(body),
            },
        };

    private static Exchange Answered(TestCase visit, string body) => Sample.Answered(visit, 201, body);
}
