using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Tolerances;

namespace Thymia.Conformance.Tests.Judging;

public sealed class PolicyChoiceTests
{
    [Theory]
    [InlineData("value_error.missing", "fastapi-pydantic-v1")]
    [InlineData("type_error", "fastapi-pydantic-v1")]
    [InlineData("missing", "fastapi-pydantic-v2")]
    [InlineData("date_from_datetime_parsing", "fastapi-pydantic-v2")]
    public void Auto_takes_the_policy_whose_words_are_used(string type, string policy)
    {
        var choice = new PolicyChoice(PolicyChoice.Auto);

        Observe(choice, type, 3);

        Assert.False(choice.IsOpen);
        Assert.Equal(policy, choice.Name);
        Assert.Equal($"the first errors are in its words, such as {type}", choice.Reason);
    }

    [Fact]
    public void Auto_stays_strict_where_the_words_are_unknown()
    {
        var choice = new PolicyChoice(PolicyChoice.Auto);

        Observe(choice, "E1001", 3);

        Assert.Equal("strict", choice.Name);
        Assert.Equal("no framework is recognised by the words of the first errors", choice.Reason);
    }

    [Fact]
    public void Auto_stays_strict_where_it_sees_no_error()
    {
        var choice = new PolicyChoice(PolicyChoice.Auto);
        choice.Observe(Sample.Answered(Sample.Valid, 200, Sample.Created));

        Assert.True(choice.IsOpen);
        choice.Settle();

        Assert.Equal(
            ("strict", "no framework is recognised: status 200 for what no provider should accept"),
            (choice.Name, choice.Reason)
        );
    }

    [Fact]
    public void A_change_of_vocabulary_is_one_finding_of_the_run()
    {
        var judge = new Judge(Sample.Schemas, new JudgeOptions { Policy = "fastapi-pydantic-v1" });
        var other = Errors("string_type");

        var verdicts = Enumerable
            .Range(0, 300)
            .Select(_ => judge.Decide(Sample.LowerCaseSex, Sample.Answered(Sample.LowerCaseSex, 422, other)))
            .ToList();

        var finding = Assert.Single(verdicts.OfType<Verdict.Failed>().SelectMany(f => f.Findings));
        Assert.Equal("error-vocabulary", finding.Check);
        Assert.Equal("\"string_type\", a word of fastapi-pydantic-v2", finding.Found);
    }

    private static void Observe(PolicyChoice choice, string type, int times)
    {
        for (var i = 0; i < times; i++)
        {
            choice.Observe(Sample.Answered(Sample.LowerCaseSex, 422, Errors(type)));
        }
    }

    private static string Errors(string type) =>
        Sample.Errors("""["body","user","birthSex"]""").Replace("value_error", type, StringComparison.Ordinal);
}
