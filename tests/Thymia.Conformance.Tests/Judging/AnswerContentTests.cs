using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Judging;

public sealed class AnswerContentTests
{
    [Fact]
    public void Finds_a_link_although_a_phone_number_was_given()
    {
        var ringing = Sample.WithBody(
            Sample.Payload.Replace(
                "\"language\"",
                "\"phoneNumber\":\"+447700900123\",\"language\"",
                StringComparison.Ordinal
            )
        );
        var linked = Linked("https://example.com/activity");

        Assert.StartsWith("activity-link: ", Sample.Findings(ringing, 200, linked).Single(), StringComparison.Ordinal);
        Assert.Empty(Sample.Findings(ringing, 200, Sample.Created));
        Assert.Empty(Sample.Findings(Sample.Valid, 200, linked));
    }

    [Theory]
    [InlineData("/activity")]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    public void Finds_a_link_that_nobody_can_follow(string link) =>
        Assert.StartsWith(
            "activity-link: ",
            Sample.Findings(Sample.Valid, 200, Linked(link)).Single(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("2026-01-01T10:04:59Z", 0)]
    [InlineData("2026-01-01T12:04:59.123456789+02:00", 0)]
    [InlineData("2026-01-01T09:54:59Z", 1)]
    [InlineData("2026-01-01T10:05:01Z", 1)]
    [InlineData("2026-01-01T10:00:00+02:00", 1)]
    public void Finds_a_time_that_is_not_the_request_s(string time, int findings)
    {
        var found = Sample.Findings(
            Sample.Valid,
            200,
            Sample.Created.Replace("2026-01-01T10:00:00Z", time, StringComparison.Ordinal)
        );

        Assert.Equal(findings, found.Count(f => f.StartsWith("created-at: ", StringComparison.Ordinal)));
        Assert.Equal(findings, found.Count);
    }

    [Fact]
    public void Finds_an_id_given_twice_in_a_run()
    {
        var judge = new Judge(Sample.Schemas, Sample.Judging);
        var other = Sample.Valid with { Id = "another" };

        Assert.IsType<Verdict.Passed>(judge.Decide(Sample.Valid, Sample.Answered(Sample.Valid, 200, Sample.Created)));
        var failed = Assert.IsType<Verdict.Failed>(judge.Decide(other, Sample.Answered(other, 200, Sample.Created)));

        Assert.Equal("id-unique", failed.Findings.Single().Check);
    }

    [Fact]
    public void Finds_an_id_made_from_the_request()
    {
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created);

        var failed = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, Sample.Judging).Decide(Sample.Valid, answer, answer)
        );

        Assert.Equal("id-unique", failed.Findings.Single().Check);
    }

    [Fact]
    public void Finds_an_id_that_a_request_sent_again_was_given()
    {
        const string New = "42baba59-fa4a-4a22-ba1c-2e4a88a3badc";
        var judge = new Judge(Sample.Schemas, Sample.Judging);
        var other = Sample.Valid with { Id = "another" };
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created);
        var again = Sample.Answered(
            Sample.Valid,
            200,
            Sample.Created.Replace("42baba59-fa4a-4a22-ba1c-2e4a88a3badb", New, StringComparison.Ordinal)
        );

        Assert.IsType<Verdict.Passed>(judge.Decide(Sample.Valid, answer, again));
        Assert.IsType<Verdict.Passed>(judge.Decide(Sample.Valid, answer, again));
        var failed = Assert.IsType<Verdict.Failed>(judge.Decide(other, again));

        Assert.Equal("id-unique", failed.Findings.Single().Check);
    }

    [Fact]
    public void Finds_an_answer_of_another_class_the_second_time()
    {
        var first = Sample.Answered(Sample.Valid, 200, Sample.Created);
        var second = Sample.Answered(Sample.Valid, 422, Sample.Errors("""["body"]"""));

        var failed = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, Sample.Judging).Decide(Sample.Valid, first, second)
        );

        Assert.Equal(
            "found status 200 and then 422 for a valid request (documented)",
            $"found {failed.Findings.Single().Found}"
        );
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public void Finds_an_answer_beyond_its_budget(int milliseconds, bool holds)
    {
        var judge = new Judge(
            Sample.Schemas,
            new JudgeOptions { AcceptedWithin = TimeSpan.FromMilliseconds(milliseconds) }
        );

        var verdict = judge.Decide(Sample.Valid, Sample.Answered(Sample.Valid, 200, Sample.Created));

        Assert.Equal(holds, verdict is Verdict.Passed);
    }

    [Theory]
    [InlineData(1200, 200, 100, true)]
    [InlineData(900, 200, 10, false)]
    [InlineData(1200, 200, 900, false)]
    [InlineData(5, 500, 5, true)]
    public void Finds_a_request_held_up_by_a_huge_one(int beside, int status, int after, bool found)
    {
        var answer = Sample.Answered(Sample.LowerCaseSex, 422, Sample.Errors("""["body","user","birthSex"]"""));
        var trial = new NeighbourTrial(
            Sample.Answered(Sample.LowerCaseSex, status, "") with
            {
                Duration = TimeSpan.FromMilliseconds(beside),
            },
            answer with
            {
                Duration = TimeSpan.FromMilliseconds(after),
            }
        );

        var verdict = new Judge(Sample.Schemas, Sample.Judging).Decide(Sample.LowerCaseSex, answer, null, trial);

        Assert.Equal(found, verdict is Verdict.Failed { Findings: [{ Check: "head-of-line" }] });
    }

    [Theory]
    [InlineData("POST", 0)]
    [InlineData("GET, POST", 0)]
    [InlineData("GET", 1)]
    [InlineData("", 1)]
    public void Finds_a_refused_method_without_the_list_of_methods(string allow, int findings)
    {
        var put = Sample.Valid with
        {
            Keyword = "method",
            Expectation = new Expectation.Refused([405], "the contract documents no such method on the path"),
        };
        var answer = Sample.Answered(put, 405, "");
        answer = answer with
        {
            Answer = answer.Answer! with { Headers = allow.Length > 0 ? [new("Allow", allow)] : [] },
        };

        var verdict = new Judge(Sample.Schemas, Sample.Judging).Decide(put, answer);

        Assert.Equal(
            findings,
            verdict is Verdict.Failed failed ? failed.Findings.Count(f => f.Check == "allow-listed") : 0
        );
    }

    [Fact]
    public void Counts_how_often_each_check_applied()
    {
        var judge = new Judge(Sample.Schemas, Sample.Judging);

        judge.Decide(Sample.Valid, Sample.Answered(Sample.Valid, 200, Sample.Created));

        Assert.Equal((1, 0, 0), (judge.Asked["echo"], judge.Asked["invalid-rejected"], judge.Asked["latency"]));
    }

    private static string Linked(string link) =>
        Sample.Created.Replace("\"status\"", $"\"activityLink\":\"{link}\",\"status\"", StringComparison.Ordinal);
}
