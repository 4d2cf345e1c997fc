using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Judging;

public sealed class CheckChoiceTests
{
    private static readonly string[] Ids = ["response-schema", "stable", "no-server-error"];

    [Fact]
    public void All_checks_count_where_nothing_is_said() =>
        Assert.All(Ids, id => Assert.True(new CheckChoice().Counts(id)));

    [Fact]
    public void Those_that_are_wanted_count_less_those_that_are_skipped()
    {
        var choice = new CheckChoice { Wanted = ["*s*"], Skipped = ["stab*"] };

        Assert.Equal(["response-schema", "no-server-error"], Ids.Where(choice.Counts));
    }

    [Fact]
    public void A_file_says_how_much_a_check_matters_and_which_does_not()
    {
        using var folder = new Configuration.TemporaryFolder();
        var file = folder.Write("severities.yaml", "severities:\n  stable: critical\n  response-schema: off\n");
        var choice = new CheckChoice().With(file);

        Assert.Equal(["stable", "no-server-error"], Ids.Where(choice.Counts));
        Assert.Equal(Severity.Critical, choice.Of(CheckCatalogue.Find("stable")!).Severity);
        Assert.Equal(Severity.Critical, choice.Of(CheckCatalogue.Find("no-server-error")!).Severity);
    }

    [Fact]
    public void A_file_that_says_something_else_is_refused_with_its_line()
    {
        using var folder = new Configuration.TemporaryFolder();
        var file = folder.Write("severities.yaml", "severities:\n  stable: fatal\n");

        var refused = Assert.Throws<UnusableInputException>(() => new CheckChoice().With(file));
        Assert.EndsWith("severities.yaml:2", refused.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_is_not_there_is_refused_with_the_nearest_one()
    {
        var refused = Assert.Throws<UnusableInputException>(() =>
            new CheckChoice { Skipped = ["respons-schema"] }.Demand(Ids)
        );

        Assert.Equal("--skip-check", refused.Location);
        Assert.Contains("response-schema", refused.Hint, StringComparison.Ordinal);
    }

    public static TheoryData<CheckChoice> WithoutServerErrors =>
        [
            new CheckChoice { Skipped = ["no-server-error"] },
            new CheckChoice { Severities = new Dictionary<string, Severity?> { ["no-server-error"] = null } },
        ];

    [Theory]
    [MemberData(nameof(WithoutServerErrors), DisableDiscoveryEnumeration = true)]
    public void A_skipped_check_finds_nothing_and_silences_no_other(CheckChoice choice)
    {
        var judge = new Judge(Sample.Schemas, Sample.Judging with { Checks = choice });
        var exchange = Sample.Answered(Sample.LowerCaseSex, 500, "Internal Server Error", "text/plain");

        var failed = Assert.IsType<Verdict.Failed>(judge.Decide(Sample.LowerCaseSex, exchange));
        Assert.Equal("status-documented", Assert.Single(failed.Findings).Check);
        Assert.DoesNotContain(judge.Checks, c => c.Id == "no-server-error");
        Assert.DoesNotContain("no-server-error", judge.Asked.Keys);
        Assert.DoesNotContain(judge.Explain(Sample.LowerCaseSex, exchange), r => r.Check == "no-server-error");
    }

    [Fact]
    public void What_a_check_finds_that_is_not_wanted_is_still_the_cause_of_others()
    {
        var judge = new Judge(
            Sample.Schemas,
            Sample.Judging with
            {
                Checks = new CheckChoice { Wanted = ["invalid-rejected"] },
            }
        );
        var exchange = Sample.Answered(Sample.LowerCaseSex, 500, "Internal Server Error", "text/plain");

        Assert.IsType<Verdict.Passed>(judge.Decide(Sample.LowerCaseSex, exchange));
        Assert.DoesNotContain(judge.Checks, c => c.Id == "no-server-error");
        Assert.DoesNotContain("no-server-error", judge.Asked.Keys);
    }
}
