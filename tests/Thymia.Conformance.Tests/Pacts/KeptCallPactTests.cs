using System.Text.Json.Nodes;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Sequences;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>Pacts of operations that need something that exists.</summary>
public sealed class KeptCallPactTests
{
    private const string State = "what the path names exists";

    [Fact]
    public async Task Are_verified_with_the_state_that_each_needs_and_name_no_id_of_the_run()
    {
        using var line = new CommandLine();
        string[] run =
        [
            "run",
            "--random",
            "0",
            "--description",
            Path.Combine(Repository.Root, "fixtures/descriptions/thymia-calls-3.1.yaml"),
        ];

        Assert.True(await line.RunAsync([.. run, "--out", line.Path("a")]) == 0, line.Out + line.Error);
        Assert.Equal(0, await line.RunAsync([.. run, "--out", line.Path("b"), "--seed", "2"]));

        Assert.Contains("verified by Pact", line.Out, StringComparison.Ordinal);
        var interactions = Interactions(line.Path("a/pacts"));
        Assert.Equal(interactions.Select(Target).Order(), Interactions(line.Path("b/pacts")).Select(Target).Order());
        Assert.All(interactions, i => Assert.Equal(NeedsCall(i), StatesOf(i).Contains(State)));
    }

    [Fact]
    public async Task Are_not_verified_where_what_that_creates_would_stay()
    {
        await using var shelter = await Shelter.StartAsync();
        using var line = new CommandLine();
        line.Environment["THYMIA_APIKEY"] = Shelter.Token;

        var exit = await line.RunAsync(
            "run",
            "--random",
            "0",
            "--description",
            line.Write("shelter.yaml", ShelterDescription.Text),
            "--base-url",
            shelter.BaseUrl.ToString(),
            "--out",
            line.Path("results")
        );

        Assert.True(exit == 0, line.Out + line.Error);
        Assert.Equal(0, shelter.Things);
        Assert.Contains(
            "not verified, since what that creates would stay at the provider",
            line.Out,
            StringComparison.Ordinal
        );
    }

    private static List<JsonNode> Interactions(string folder) =>
        [
            .. Directory
                .GetFiles(folder)
                .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!["interactions"]!.AsArray().OfType<JsonNode>()),
        ];

    private static string Target(JsonNode interaction) =>
        $"{interaction["request"]!["method"]} {interaction["request"]!["path"]} {interaction["description"]}";

    // What is about the id itself is refused whatever exists.
    private static bool NeedsCall(JsonNode interaction) =>
        interaction["request"]!["path"]!.GetValue<string>().StartsWith("/v1/calls/", StringComparison.Ordinal)
        && !interaction["description"]!
            .GetValue<string>()
            .Replace("{callId}", "", StringComparison.Ordinal)
            .Contains("callId", StringComparison.Ordinal);

    private static IEnumerable<string> StatesOf(JsonNode interaction) =>
        interaction["providerStates"]?.AsArray().Select(s => s!["name"]!.GetValue<string>()) ?? [];
}
