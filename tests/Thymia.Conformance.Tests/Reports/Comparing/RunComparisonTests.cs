using System.Text;
using System.Text.Json;
using Spectre.Console.Testing;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Reports.Comparing;

public sealed class RunComparisonTests
{
    private static readonly RunSnapshot Old = RunSnapshots.Of(
        ("a", "as-documented", "type_error.enum"),
        ("b", "accepted", ""),
        ("c", "tolerated", ""),
        ("d", "wrong", ""),
        ("gone", "as-documented", ""),
        ("still", "accepted", "")
    );

    private static readonly RunSnapshot New = RunSnapshots.Of(
        ("a", "accepted", "enum"),
        ("b", "as-documented", ""),
        ("c", "as-documented", ""),
        ("d", "error", ""),
        ("come", "accepted", ""),
        ("still", "accepted", "")
    ) with
    {
        Seed = 2,
        Description = new ContractSnapshot("api.yaml", "An API", "1.1.0", new string('b', 64)),
        Policy = new PolicySnapshot("fastapi-pydantic-v2", "told by the first errors"),
    };

    [Fact]
    public void Tells_what_broke_what_was_fixed_and_what_changed_otherwise()
    {
        var comparison = new RunComparison(Old, New);

        Assert.Equal(["a"], comparison.NewlyBroken.Select(c => c.New.Kind));
        Assert.Equal("found status 200 for a", comparison.NewlyBroken[0].Finding?.Sentence);
        Assert.Equal(["b"], comparison.Fixed.Select(c => c.New.Kind));
        Assert.Equal(["c", "d"], comparison.Otherwise.Select(c => c.New.Kind));
        Assert.Equal(["come"], comparison.Added.Select(c => c.Kind));
        Assert.Equal(["gone"], comparison.Removed.Select(c => c.Kind));
        Assert.Equal((1, 2), (comparison.ExitCode, comparison.StillBroken));
        Assert.Equal("2 ways newly broken, 1 way fixed.", comparison.Sentence);
    }

    [Fact]
    public void Tells_what_broke_by_its_causes()
    {
        FindingSnapshot Found(string kind, int? cause, string check = "invalid-rejected") =>
            new(check, $"post-v1-calls:user.birthSex:enum:{kind}", "request body", $"found {kind}") { Cause = cause };
        var now = RunSnapshots.Of([.. "abcdefg".Select(k => ($"{k}", "accepted", ""))]) with
        {
            Findings =
            [
                Found("a", 2),
                Found("b", 1),
                Found("c", 2),
                Found("d", null),
                Found("e", null),
                Found("f", 9, "echo"),
            ],
            Causes = [new CauseSnapshot("echo", 1, "found one"), new CauseSnapshot("invalid-rejected", 2, "found two")],
        };

        var causes = new RunComparison(
            RunSnapshots.Of([.. "abcdefg".Select(k => ($"{k}", "as-documented", ""))]),
            now
        ).BrokenCauses;

        Assert.Equal(
            [
                ("invalid-rejected", "found two", "ac"),
                ("invalid-rejected", "found d", "de"),
                ("echo", "found one", "b"),
                ("echo", "found f", "f"),
                (null, null, "g"),
            ],
            causes.Select(c => (c.Check, c.Sentence, string.Concat(c.Ways.Select(w => w.New.Kind))))
        );
    }

    [Fact]
    public void Finds_nothing_between_a_run_and_itself()
    {
        var comparison = new RunComparison(Old, Old);

        Assert.Equal((0, "Nothing changed."), (comparison.ExitCode, comparison.Sentence));
        Assert.Empty(comparison.Otherwise);
        Assert.Null(comparison.Vocabulary);
    }

    [Fact]
    public void Holds_what_was_not_sent_for_neither_fixed_nor_broken()
    {
        var comparison = new RunComparison(
            RunSnapshots.Of(("a", "accepted", "")),
            RunSnapshots.Of(("a", "not-sent", ""))
        );

        Assert.Empty(comparison.Fixed);
        Assert.Single(comparison.Otherwise);
        Assert.Equal(0, comparison.ExitCode);
    }

    [Fact]
    public void Tells_that_the_validator_speaks_another_language()
    {
        var words = new RunComparison(Old, New).Vocabulary!;

        Assert.Equal(["type_error.enum"], words.Gone);
        Assert.Equal(["enum"], words.Come);
        Assert.Equal(1, words.Ways);
    }

    [Theory]
    [InlineData(100, 10, 15, true)]
    [InlineData(100, 10, 11, false)] // less than a fifth
    [InlineData(100, 1, 1.9, false)] // less than a millisecond
    [InlineData(10, 10, 15, false)] // too few answers
    [InlineData(25, 10, 13, false)] // within the spread
    public void Calls_times_changed_only_beyond_noise(int count, double old, double now, bool changed)
    {
        var change = new LatencyChange(
            "accepted",
            RunSnapshots.Answers(count, old * 0.5, old, old * 1.5),
            RunSnapshots.Answers(count, now * 0.5, now, now * 1.5)
        );

        Assert.Equal(changed, change.IsBeyondNoise);
        Assert.Equal(changed, change.IsSlower);
    }

    [Fact]
    public void Reads_as_it_should_on_a_screen()
    {
        using var console = new TestConsole();
        console.Profile.Width = 100;
        var slow = New with { Answers = [RunSnapshots.Answers(100, 14, 15, 16)] };

        ComparisonScreen.Write(
            console,
            new RunComparison(Old with { Answers = [RunSnapshots.Answers(100, 9, 10, 11)] }, slow)
        );

        Snapshot.Match("diff", console.Output);
    }

    [Fact]
    public void Is_the_same_as_json()
    {
        using var json = JsonDocument.Parse(ComparisonJson.Of(new RunComparison(Old, New)));
        var root = json.RootElement;

        Assert.Equal(1, root.GetProperty("exitCode").GetInt32());
        Assert.Equal(
            "post-v1-calls:user.birthSex:enum:a",
            root.GetProperty("newlyBroken")[0].GetProperty("caseId").GetString()
        );
        Assert.Equal("found status 200 for a", root.GetProperty("brokenCauses")[0].GetProperty("sentence").GetString());
        Assert.Equal("accepted", root.GetProperty("fixed")[0].GetProperty("old").GetString());
        Assert.Equal(1, root.GetProperty("vocabulary").GetProperty("ways").GetInt32());
        Assert.True(root.GetProperty("contractChanged").GetBoolean());
    }

    [Fact]
    public async Task Is_the_same_as_a_page_that_takes_all_for_text()
    {
        var hostile = New with
        {
            Findings = [new FindingSnapshot("x", Old.Map[0].CaseId, "request", "<script>alert(1)</script>")],
        };

        var page = Encoding.UTF8.GetString(await HtmlPage.OfAsync(new RunComparison(Old, hostile)));

        Assert.Contains("2 ways newly broken, 1 way fixed.", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }
}
