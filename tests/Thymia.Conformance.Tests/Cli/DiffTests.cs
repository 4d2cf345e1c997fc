using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Cli;

public sealed class DiffTests
{
    [Fact]
    public async Task Tells_what_a_Defect_broke_between_two_runs()
    {
        using var line = new CommandLine();
        await RunAsync(line, "old");
        await RunAsync(line, "new", "--defect", "birth-sex-any-case");

        Assert.Equal(1, await line.RunAsync("diff", line.Path("old"), line.Path("new")));

        Assert.Contains("Newly broken · 2", line.Out, StringComparison.Ordinal);
        Assert.Contains(
            "post-v1-calls:user.birthSex:enum:lower-case: as-documented → accepted",
            line.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("2 ways newly broken.", line.Out, StringComparison.Ordinal);
        Assert.Equal(0, await line.RunAsync("diff", line.Path("new"), line.Path("old")));
        Assert.Contains("2 ways fixed, nothing newly broken.", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_with_a_run_that_is_told_what_to_compare_with()
    {
        using var line = new CommandLine();
        await RunAsync(line, "results");

        Assert.Equal(
            1,
            await RunAsync(line, "results", "--defect", "birth-sex-any-case", "--compare-with", line.Path("results"))
        );

        Assert.Contains("2 ways newly broken.", line.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Since the run before",
            await File.ReadAllTextAsync(line.Path("results/report.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Writes_json_and_html()
    {
        using var line = new CommandLine();
        await RunAsync(line, "old");

        Assert.Equal(0, await line.RunAsync("diff", line.Path("old"), line.Path("old"), "--format", "json"));
        Assert.Equal(
            "Nothing changed.",
            JsonSerializer.Deserialize<JsonElement>(line.Bytes).GetProperty("sentence").GetString()
        );
        Assert.Equal(
            0,
            await line.RunAsync("history", line.Path("old"), "--format", "html", "--out", line.Path("h.html"))
        );
        Assert.StartsWith(
            "<!DOCTYPE html>",
            await File.ReadAllTextAsync(line.Path("h.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await line.RunAsync("diff", line.Path("old"), line.Path("old"), "--out", line.Path("d.txt")));
        Assert.EndsWith(
            "Nothing changed.\n",
            await File.ReadAllTextAsync(line.Path("d.txt"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}", "it is no result of a run, at $")]
    [InlineData("{\"version\":1,\"findings\":[]}", "an earlier version wrote it, without what runs are compared by")]
    [InlineData("no json", "it is no result of a run, at $")]
    [InlineData(null, "it has format 9, and format 1 is expected")]
    public async Task Says_what_is_wrong_with_a_file_that_is_no_result(string? text, string problem)
    {
        using var line = new CommandLine();
        await RunAsync(line, "old");
        var file = line.Write(
            "x.json",
            text
                ?? (
                    await File.ReadAllTextAsync(line.Path("old/results.json"), TestContext.Current.CancellationToken)
                ).Replace("\"version\": 1", "\"version\": 9", StringComparison.Ordinal)
        );

        Assert.Equal(2, await line.RunAsync("diff", line.Path("old"), file));
        Assert.Equal($"error: {file}: {problem}; let a run write it anew.{Environment.NewLine}", line.Error);
    }

    [Fact]
    public async Task Is_read_back_as_it_was_written()
    {
        using var line = new CommandLine();
        await RunAsync(line, "old", "--mode", "pydantic-v1", "--policy", "fastapi-pydantic-v1");

        var run = SnapshotReader.Read(line.Path("old"));

        Assert.Equal(run.Cases, run.Passed + run.Tolerated);
        Assert.Equal(1, run.PassShare);
        Assert.Contains(run.Map, c => c.Words.Contains("type_error.enum"));
        Assert.Contains(run.Answers, a => a is { Kind: "rejected", Count: > 100, Milliseconds.P50: > 0 });
    }

    [Fact]
    public async Task Compares_the_contract_with_what_the_provider_serves()
    {
        var served = DescriptionReader
            .Read(DescriptionReader.ShippedContract)
            .Document.GetRawText()
            .Replace("\"INTERSEX\",", "", StringComparison.Ordinal);
        await using var server = RawServer.Answering(RawServer.Json(200, served));
        using var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("contract-diff", "--live", "--base-url", server.Url.ToString()));

        Assert.Contains("\"INTERSEX\" no longer allowed", line.Out, StringComparison.Ordinal);
        Assert.StartsWith("GET /openapi.json ", server.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("x-api-key", server.Requests[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Says_that_the_provider_serves_no_description()
    {
        await using var server = RawServer.Answering(RawServer.Json(404, "{}"));
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("contract-diff", "--live", "--base-url", server.Url.ToString()));

        Assert.Equal(
            $"error: {server.Url}openapi.json: the provider answers 404; check --base-url, and that the provider "
                + $"serves its description there.{Environment.NewLine}",
            line.Error
        );
    }

    private static Task<int> RunAsync(CommandLine line, string folder, params string[] more) =>
        line.RunAsync([
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "location=user.*",
            "--reports",
            "html",
            "--out",
            line.Path(folder),
            .. more,
        ]);
}
