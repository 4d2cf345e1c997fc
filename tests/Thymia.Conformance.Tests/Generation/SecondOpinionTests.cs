using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation;

public sealed class SecondOpinionTests
{
    public static TheoryData<string> Files => [.. Fixtures.All];

    [Theory]
    [MemberData(nameof(Files))]
    public void Has_nothing_against_any_case_of_the_descriptions_here(string file)
    {
        var description = DescriptionReader.Read(Fixtures.PathOf(file));
        var second = new SecondOpinion(description, new SchemaLibrary(description));

        Assert.Empty(Fixtures.Cases(file, random: 50).Select(second.Disagreement).OfType<string>().Take(3));
    }

    [Fact]
    public void Gives_both_answers_where_the_engines_disagree()
    {
        var (asked, other) = (Described.Read(Text("maxLength: 5")), Described.Read(Text("maxLength: 2")));
        var testCase = Fixtures
            .Load(asked)
            .Generators[0]
            .Enumerated.Select(p => p.Make())
            .First(c =>
                c.IsValid
                && new SchemaLibrary(other).At(c.Operation.Body!.SchemaPointer!).Check(c.Request.Body!.Value).Count > 0
            );

        var disagreement = new SecondOpinion(other, new SchemaLibrary(asked)).Disagreement(testCase);

        Assert.StartsWith(
            "not tested: the engines disagree: ours finds nothing wrong, NJsonSchema ",
            disagreement,
            StringComparison.Ordinal
        );
        Assert.Contains("StringTooLong", disagreement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const: abc")]
    [InlineData("propertyNames: {maxLength: 1}")]
    public void Asks_nobody_about_a_keyword_that_the_other_engine_passes_over(string keyword)
    {
        var asked = Described.Read(Text("maxLength: 5"));
        var other = Described.Read(Text($"maxLength: 2, {keyword}"));
        var second = new SecondOpinion(other, new SchemaLibrary(other));

        Assert.All(Fixtures.Load(asked).Generators[0].Enumerated.Select(p => p.Make()), c =>
            Assert.Null(second.Disagreement(c))
        );
    }

    [Fact]
    public void Keeps_a_case_from_being_sent()
    {
        var plan = RunPlan.Read(new ConformanceOptions(), TestContext.Current.CancellationToken);
        var run = plan.For(new Uri("http://localhost"), "key") with
        {
            SecondOpinion = static _ => "not tested: so it is",
        };

        Assert.Equal("not tested: so it is", new CaseRules(run).ReasonToSkip(plan.Cases.First().Make()));
    }

    private static string Text(string keywords) =>
        """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [name], properties: {name: {type: string, KEYWORDS}}}
                  responses: {'200': {description: ok}, '422': {description: no}}
            """.Replace("KEYWORDS", keywords, StringComparison.Ordinal);
}
