using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Parameters;

/// <summary>A broken parameter says what was sent, so that a policy knows whether its framework takes it.</summary>
public sealed class ParameterBreaksTests
{
    private const string Text = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /things:
            get:
              parameters:
                - {name: limit, in: query, schema: {type: integer}}
                - {name: flag, in: query, schema: {type: boolean}}
                - {name: sizes, in: query, schema: {type: array, minItems: 1, items: {type: integer}}}
              responses:
                '200': {description: ok}
                '422': {description: no}
        """;

    private static readonly ApiDescription Api = Described.Read(Text);

    private static readonly Dictionary<string, TestCase> Cases = Fixtures
        .Load(Api)
        .Generators.SelectMany(g => g.Plan(0))
        .Select(p => p.Make())
        .ToDictionary(c => c.Id.Split(':', 2)[1]);

    [Theory]
    [InlineData("query.limit:type:numeric-text-blank", "^\"( -?[0-9]+ )\"$")]
    [InlineData("query.limit:type:text", "^\"text\"$")]
    [InlineData("query.flag:type:number", "^\"1\"$")]
    [InlineData("query.sizes.*:type:text", "^\"text\"$")]
    public void What_was_sent_is_a_text(string id, string sent) =>
        Assert.Matches(sent, Cases[id].Mutation!.NewValue!.Value.GetRawText());

    [Theory]
    [InlineData("query.limit:type:numeric-text-blank", "v1-text-as-integer")]
    [InlineData("query.flag:type:text-on", "v1-word-as-boolean")]
    [InlineData("query.flag:type:text-maybe", null)]
    [InlineData("query.limit:type:text", null)]
    public void A_policy_takes_what_its_framework_takes(string id, string? rule)
    {
        var judge = new Judge(new SchemaLibrary(Api), new JudgeOptions { Policy = "fastapi-pydantic-v1" });

        var verdict = judge.Decide(Cases[id], Sample.Answered(Cases[id], 200, "", ""));

        Assert.Equal(rule, (verdict as Verdict.Tolerated)?.Rule);
        Assert.Equal(rule is null, verdict is Verdict.Failed);
    }
}
