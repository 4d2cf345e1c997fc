using System.Text.Json.Nodes;
using Thymia.Conformance.Tests.Sequences;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>What a run created and did not delete, by the command line.</summary>
public sealed class CleanupTests
{
    private const int RequestsBeforeTheEnd = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_kept_is_listed_and_deleted_by_the_command()
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = Line();

        Assert.Equal(0, await line.RunAsync([.. Run(line, shelter), "--keep"]));

        Assert.NotEqual(0, shelter.Things);
        Assert.Contains($"Left at the provider: {shelter.Things} things.", line.Out, StringComparison.Ordinal);
        var results = JsonNode.Parse(await File.ReadAllTextAsync(line.Path("results/results.json"), Token))!;
        Assert.Equal(shelter.Things, results["left"]!.AsArray().Count);
        await AssertDeletesAllAsync(shelter, line);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task What_an_interrupted_run_left_is_deleted_by_the_command(string method)
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = Line();
        await InterruptAsync(shelter, line, method);

        Assert.NotEqual(0, shelter.Things);
        await AssertDeletesAllAsync(shelter, line);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task What_an_interrupted_run_left_is_deleted_when_it_goes_on(string method)
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = Line();
        await InterruptAsync(shelter, line, method);

        Assert.True(await line.RunAsync("run", "--no-pacts", "--resume", line.Path("results")) == 0, line.Out);

        Assert.Equal(0, shelter.Things);
    }

    [Fact]
    public async Task What_is_there_no_more_serves_no_case_of_the_run_that_goes_on()
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = Line();
        await InterruptAsync(shelter, line, "GET");
        shelter.Lose();

        Assert.True(await line.RunAsync("run", "--no-pacts", "--resume", line.Path("results")) == 0, line.Out);

        Assert.Equal(0, shelter.Things);
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_listed_and_no_success()
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = Line();
        await line.RunAsync([.. Run(line, shelter), "--keep"]);
        shelter.RefusesDeletes = true;
        using var later = new CommandLine();
        later.Environment["THYMIA_APIKEY"] = Shelter.Token;

        Assert.Equal(1, await later.RunAsync("cleanup", line.Path("results")));

        Assert.Contains($"Left at the provider: {shelter.Things} things.", later.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_left()
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = Line();
        Assert.Equal(0, await line.RunAsync(Run(line, shelter)));
        var answered = shelter.Answered.Values.Sum();

        Assert.Equal(0, await line.RunAsync("cleanup", line.Path("results")));

        Assert.Contains("Nothing is left at the provider.", line.Out, StringComparison.Ordinal);
        Assert.Equal(answered, shelter.Answered.Values.Sum());
    }

    private static async Task AssertDeletesAllAsync(Shelter shelter, CommandLine line)
    {
        var things = shelter.Things;

        Assert.Equal(0, await line.RunAsync("cleanup", line.Path("results")));

        Assert.Equal(0, shelter.Things);
        Assert.Contains($"Deleted {things} things at {shelter.BaseUrl}.", line.Out, StringComparison.Ordinal);
        Assert.Equal(0, await line.RunAsync("cleanup", line.Path("results")));
        Assert.Contains("Nothing is left at the provider.", line.Out, StringComparison.Ordinal);
    }

    private static async Task InterruptAsync(Shelter shelter, CommandLine line, string during)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        shelter.Answering = method =>
        {
            // Some things must be left, whatever the order of the cases.
            if (method == during && shelter.Answered.Values.Sum() >= RequestsBeforeTheEnd && shelter.Things > 1)
            {
                stop.Cancel();
            }
        };
        var run = line.RunUntilAsync(stop.Token, [.. Run(line, shelter), "--concurrency", "1"]);
        await run;
        shelter.Answering = null;
        Assert.Contains("--resume", line.Out, StringComparison.Ordinal);
    }

    private static CommandLine Line()
    {
        var line = new CommandLine();
        line.Environment["THYMIA_APIKEY"] = Shelter.Token;
        return line;
    }

    private static string[] Run(CommandLine line, Shelter shelter) =>
        [
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--description",
            line.Write("shelter.yaml", ShelterDescription.Text),
            "--base-url",
            shelter.BaseUrl.ToString(),
            "--out",
            line.Path("results"),
        ];
}
