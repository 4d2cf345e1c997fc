using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>What the standards leave open is said, and fails nothing under any policy.</summary>
public sealed class RemarkTests
{
    private static readonly string[] Policies = ["strict", "fastapi-pydantic-v2"];

    [Fact]
    public void Remarks_a_body_that_is_read_without_its_content_type() =>
        Remarked(Refusable("contentType", "none"), 200, "RFC 9110, 8.3");

    [Fact]
    public void Remarks_a_byte_order_mark_that_is_passed_over()
    {
        var marked = Sample.Mutated("", "json", "byte-order-mark", null);
        var decision = Weigh(marked, Sample.Answered(marked, 200, Sample.Created));

        Assert.IsType<Verdict.Passed>(decision.Verdict);
        Assert.Contains("RFC 8259, 8.1", Assert.Single(decision.Remarks).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_a_404_for_an_unknown_method() =>
        Remarked(Refusable("method", "put", 405), 404, "RFC 9110, 9.1");

    [Fact]
    public void Remarks_a_501_for_a_method_that_a_server_knows_nowhere()
    {
        var method = Refusable("method", "trace", 405);

        Remarked(
            method with
            {
                Request = method.Request with { IsMethodUndocumented = true },
            },
            501,
            "RFC 9110, 15.6.2"
        );
    }

    [Theory]
    [InlineData("method", "trace", 501)]
    [InlineData("contentType", "xml", 200)]
    [InlineData("contentType", "none", 500)]
    [InlineData("method", "put", 200)]
    [InlineData("method", "put", 403)]
    public void Finds_what_no_standard_leaves_open(string keyword, string kind, int status)
    {
        var testCase = Refusable(keyword, kind, keyword == "method" ? 405 : 415);
        var decision = Weigh(testCase, Sample.Answered(testCase, status, "{}"));

        Assert.IsType<Verdict.Failed>(decision.Verdict);
        Assert.DoesNotContain(decision.Remarks, r => r.Check is "invalid-rejected" or "method-not-allowed");
    }

    [Fact]
    public void Remarks_an_error_that_is_more_exact_than_the_place_that_is_broken()
    {
        var broken = Sample.Mutated("/user", "type", "one-element-array", "[1]");
        var decision = Weigh(broken, Sample.Answered(broken, 422, Sample.Errors("""["body","user","birthSex"]""")));

        Assert.IsType<Verdict.Passed>(decision.Verdict);
        Assert.Equal("error-location", Assert.Single(decision.Remarks).Check);
    }

    [Theory]
    [InlineData("""["body","user","birthSex","deeper"]""")]
    [InlineData("""["body","language"]""")]
    public void Finds_an_error_that_leads_to_no_place_within(string loc)
    {
        var broken = Sample.Mutated("/user", "type", "one-element-array", "[1]");

        Assert.NotEmpty(Sample.Findings(broken, 422, Sample.Errors(loc)));
    }

    [Theory]
    [InlineData("public, max-age=60", true)]
    [InlineData("max-age=60, PUBLIC", true)]
    [InlineData("private, max-age=60", false)]
    [InlineData("no-store", false)]
    public void Remarks_an_answer_about_a_person_that_shared_caches_may_keep(string header, bool isRemarked)
    {
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created).With(("Cache-Control", header));
        var decision = Weigh(Sample.Valid, answer);

        Assert.IsType<Verdict.Passed>(decision.Verdict);
        Assert.Equal(isRemarked, decision.Remarks.Any(r => r.Check == "personal-answers-private"));
    }

    [Fact]
    public void Counts_and_shows_a_remark_and_fails_no_run()
    {
        var testCase = Refusable("method", "put", 405);
        var exchange = Sample.Answered(testCase, 404, "{}");
        var record = new RunRecord();
        record.OnEvent(
            new RunEvent.CaseJudged(testCase, exchange, new Verdict.Passed())
            {
                Remarks = Weigh(testCase, exchange).Remarks,
            }
        );

        Assert.Equal((1, 1, 0), (record.Totals.Remarks, record.Totals.Passed, record.Totals.ExitCode));
        var remark = Assert.Single(record.Remarks);
        Assert.Equal(("remark", "method-not-allowed"), (remark.Verdict, remark.Rule));
    }

    [Fact]
    public async Task Stands_on_the_screen_and_in_every_report()
    {
        using var line = new CommandLine().WithReports();
        string[] run =
        [
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "keyword=method",
            "--defect",
            "wrong-method-404",
        ];

        Assert.Equal(0, await line.RunAsync([.. run, "--reports", "junit,sarif,ctrf,har", "--out", line.Path("r")]));

        Assert.Contains("Remark · post-v1-calls:request:method:put", line.Out, StringComparison.Ordinal);
        Assert.Contains("6 passed, 6 remarks;", line.Out, StringComparison.Ordinal);
        foreach (var file in new[] { "results.json", "junit.xml", "report.sarif", "ctrf.json" })
        {
            var text = await File.ReadAllTextAsync(line.Path($"r/{file}"), TestContext.Current.CancellationToken);
            Assert.Contains("that 405 is answered is a recommendation", text, StringComparison.Ordinal);
            Assert.Contains(
                "strict, as the embedded provider is of no framework",
                text.Replace("\"reason\": \"", "strict, ", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }

        var archive = await File.ReadAllTextAsync(line.Path("r/exchanges.har"), TestContext.Current.CancellationToken);
        Assert.Contains("judged by the policy strict, as the embedded provider", archive, StringComparison.Ordinal);
        Assert.Equal(6, JournalContent.Read(line.Path("r")).Cases);
    }

    private static void Remarked(TestCase testCase, int status, string clause)
    {
        foreach (var policy in Policies)
        {
            var decision = new Judge(Sample.Schemas, Sample.Judging with { Policy = policy }).Weigh(
                testCase,
                Sample.Answered(testCase, status, status == 200 ? Sample.Created : "{\"detail\":\"no\"}"),
                default
            );

            Assert.IsType<Verdict.Passed>(decision.Verdict);
            Assert.Contains(clause, Assert.Single(decision.Remarks).Source, StringComparison.Ordinal);
        }
    }

    private static Decision Weigh(TestCase testCase, Exchange exchange) =>
        new Judge(Sample.Schemas, Sample.Judging).Weigh(testCase, exchange, default);

    private static TestCase Refusable(string keyword, string kind, int status = 415) =>
        Sample.Refused(keyword, status) with
        {
            Kind = kind,
            Location = keyword == "method" ? new Location("request", "") : Location.Body,
            Mutation = new Mutation
            {
                Constraint = new Constraint(Location.Body, keyword, "true", Sample.Operation.Pointer),
                Location = Location.Body,
                Kind = kind,
            },
        };
}
