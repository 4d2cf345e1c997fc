using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Suite;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Ci;

/// <summary>The action for GitHub's workflows, as a job runs it, with everything but GitHub.</summary>
public sealed partial class ActionTests : IDisposable
{
    private const string Key = "key-of-a-test-1234567";

    private static readonly string[] Quick =
    [
        "--no-pacts",
        "--random=0",
        "--filter=location=user.birthSex,keyword=enum",
    ];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_red_night_is_a_check_an_analysis_an_artefact_a_summary_and_one_issue()
    {
        await using var provider = await SpoiltAsync();
        var night = Night(provider.BaseUrl);

        Assert.False(await night.ExecuteAsync(Token));

        Assert.Equal("1", night.Outputs["steps.test.outputs.exit-code"]);
        Assert.Equal(
            [
                "actions/setup-dotnet",
                "actions/setup-node",
                "actions/cache",
                "actions/cache/restore",
                "actions/cache/save",
                "actions/upload-artifact",
                "github/codeql-action/upload-sarif",
            ],
            night.Used.Select(u => u.Action)
        );
        Assert.Equal("results/report.sarif", night.Used[^1].With["sarif_file"]);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "results", "report.sarif")));
        Assert.StartsWith("### ❌", night.Summary, StringComparison.Ordinal);
        var check = JsonNode.Parse(night.Calls.Split('\n').Single(l => l.StartsWith('{')))!;
        Assert.Equal("failure", (string)check["conclusion"]!);
        Assert.Equal("0123456789abcdef", (string)check["head_sha"]!);
        Assert.Contains("    user.birthSex · enum: ", (string)check["output"]!["summary"]!, StringComparison.Ordinal);
        Assert.Contains(
            "gh issue create --repo owner/api --title conformance: the last run is red",
            night.Calls,
            StringComparison.Ordinal
        );
        Assert.Contains("https://git.example.com/owner/api/actions/runs/12", night.Calls, StringComparison.Ordinal);
        Assert.All(new[] { night.Output, night.Summary, night.Calls }, t => Assert.DoesNotMatch($"{Key}|\u001b", t));
    }

    [Fact]
    public async Task The_next_red_night_goes_on_with_the_issue_and_says_what_has_changed()
    {
        await using var provider = await SpoiltAsync();
        Assert.False(await Night(provider.BaseUrl).ExecuteAsync(Token));
        var second = Night(provider.BaseUrl, issue: "7");

        Assert.False(await second.ExecuteAsync(Token));

        Assert.Contains("gh issue comment 7 --repo owner/api", second.Calls, StringComparison.Ordinal);
        Assert.DoesNotContain("gh issue create", second.Calls.Split("gh issue list")[^1], StringComparison.Ordinal);
        Assert.Contains("\nOld  ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_green_night_closes_the_issue_and_opens_none()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions { ApiKey = Key }, Token);
        var night = Night(provider.BaseUrl, issue: "7");

        Assert.True(await night.ExecuteAsync(Token), night.Output);

        Assert.Contains("gh issue close 7", night.Calls, StringComparison.Ordinal);
        Assert.Contains("\"conclusion\":\"success\"", night.Calls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push")]
    [InlineData("schedule", "issue", "false")]
    public async Task Only_a_night_keeps_an_issue_unless_all_runs_should(string happened, params string[] input)
    {
        var run = new ActionRun(_folder.Path)
        {
            Environment = { ["GITHUB_EVENT_NAME"] = happened },
            Inputs = { ["outcome"] = "failure" },
        };
        foreach (var pair in input.Chunk(2))
        {
            run.Inputs[pair[0]] = pair[1];
        }

        Assert.True(await run.ExecuteAsync(Token), run.Output);

        Assert.DoesNotContain("gh issue", run.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_step_has_tested_is_published_and_not_tested_again()
    {
        _folder.Write(
            "results/tests/suite.xml",
            """
            <testsuites><testsuite>
              <testcase name="a &lt;b&gt;" time="1"><failure message="no &quot;@you&#10;# c">x</failure></testcase>
            <testcase name="d" /></testsuite></testsuites>
            """
        );
        var run = new ActionRun(_folder.Path) { Inputs = { ["outcome"] = "failure" } };

        Assert.True(await run.ExecuteAsync(Token), run.Output);

        Assert.Contains("\"title\":\"2 tests, 1 failed\"", run.Calls, StringComparison.Ordinal);
        Assert.Contains("\n    a <b>: no \"@you # c\n", run.Calls, StringComparison.Ordinal);
        Assert.Equal(["actions/setup-node", "actions/upload-artifact"], run.Used.Select(u => u.Action));
        Assert.Contains("gh issue create", run.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_may_do_nothing_changes_no_verdict_and_is_said()
    {
        _folder.Write("results/junit.xml", "<testsuites />");
        var run = new ActionRun(_folder.Path) { Inputs = { ["outcome"] = "success" }, IsPermitted = false };

        Assert.True(await run.ExecuteAsync(Token), run.Output);

        Assert.Contains("::warning title=No check::", run.Output, StringComparison.Ordinal);
        Assert.Contains("::warning title=No issue::", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_that_cannot_be_used_is_annotated_and_ends_as_the_tool_does()
    {
        _folder.Write("results/junit.xml", "of yesterday");
        var run = new ActionRun(_folder.Path) { Inputs = { ["arguments"] = "--no-such-option", ["issue"] = "true" } };

        Assert.False(await run.ExecuteAsync(Token));

        Assert.Equal("2", run.Outputs["steps.test.outputs.exit-code"]);
        Assert.Contains(
            "::error title=No verdict::thymia-conformance ends with 2",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\"conclusion\":\"neutral\"", run.Calls, StringComparison.Ordinal);
        Assert.Contains("gh issue create", run.Calls, StringComparison.Ordinal);
    }

    // What stands behind the @ is checked out, tool and all; another version has to be asked for.
    [Theory]
    [InlineData(null)]
    [InlineData("2.0.0")]
    public async Task The_tool_is_that_of_the_ref_unless_another_is_asked_for(string? version)
    {
        var run = new ActionRun(_folder.Path) { Inputs = { ["outcome"] = "success", ["version"] = version ?? "" } };

        Assert.True(await run.ExecuteAsync(Token), run.Output);

        Assert.Equal(version ?? Repository.Version, run.Outputs["steps.tool.outputs.version"]);
    }

    [Fact]
    public void Has_no_input_in_a_script_and_pins_each_action_that_it_uses()
    {
        var steps = ActionRun.File["runs"]!["steps"]!.AsArray().Select(s => s!).ToList();
        var scripts = steps.Select(s => (string?)s["run"]).OfType<string>().ToList();

        Assert.All(scripts, s => Assert.Matches("""^"\$GITHUB_ACTION_PATH/\.ci/action" [a-z]+$""", s));
        Assert.All(
            Repository.Read("action.yml").Split('\n').Where(l => l.Contains("uses: actions", StringComparison.Ordinal)),
            l => Assert.Matches(@"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", l)
        );
    }

    [Fact]
    public void Has_a_row_for_each_input_on_its_page()
    {
        var inputs = ActionRun.File["inputs"]!.AsObject().Select(i => i.Key);

        Assert.Equal(
            inputs,
            Row().Matches(Repository.Read("docs/ci.md").Split("<!-- inputs -->")[1]).Select(m => m.Groups[1].Value)
        );
    }

    private static Task<ReferenceProvider> SpoiltAsync() =>
        ReferenceProvider.StartAsync(new ProviderOptions { ApiKey = Key, Defects = ["birth-sex-any-case"] }, Token);

    private ActionRun Night(Uri provider, string issue = "") =>
        new(_folder.Path)
        {
            OpenIssue = issue,
            Inputs = { ["arguments"] = string.Join('\n', Quick) },
            Environment =
            {
                ["THYMIA_BASEURL"] = provider.ToString(),
                ["THYMIA_APIKEY"] = Key,
                ["THYMIA_POLICY"] = "strict",
            },
        };

    [GeneratedRegex(@"^\| `([a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
