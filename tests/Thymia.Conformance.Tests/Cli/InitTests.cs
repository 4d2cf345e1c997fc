using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Tests.Cli;

public sealed partial class InitTests
{
    private const string Description = """
        openapi: 3.1.0
        info: { title: Gates, version: "1" }
        paths:
          /gates:
            get:
              responses: { "200": { description: All of them } }
        """;

    private const string WithKeys =
        Description
        + """

                  security: [{ gate-key: [] }, { token: [] }]
            components:
              securitySchemes:
                gate-key: { type: apiKey, in: header, name: x-gate }
                token: { type: http, scheme: bearer }
            """;

    private static readonly string[] Files =
    [
        "thymia-conformance.json",
        "thymia-conformance.schema.json",
        "conformance.runsettings",
        ".github/workflows/conformance.yml",
    ];

    [Fact]
    public async Task Writes_files_that_a_run_takes_up()
    {
        using var line = new CommandLine();
        var description = line.Write("gates.yaml", Description);

        Assert.Equal(
            0,
            await line.RunAsync("init", "--description", description, "--base-url", "https://gates.example.com")
        );

        Assert.All(Files, f => Assert.Contains($"Wrote     {f}", line.Out, StringComparison.Ordinal));
        Assert.Equal(0, await line.RunAsync("run", "--dry-run"));
        Assert.Contains("Contract  Gates 1", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("env:", Read(line, Files[3]), StringComparison.Ordinal);
        Assert.Equal("./" + Files[1], JsonNode.Parse(Read(line, Files[0]))!["$schema"]!.GetValue<string>());
    }

    [Fact]
    public async Task Asks_where_somebody_can_answer()
    {
        using var folder = new CommandLine();
        var description = folder.Write("gates.yaml", Description);
        using var line = new CommandLine
        {
            IsInteractive = true,
            StandardInput = $"{description}\nhttps://gates.example.com/v2\n",
        };

        Assert.Equal(0, await line.RunAsync("init"));

        var settings = JsonNode.Parse(Read(line, Files[0]))!;
        Assert.Equal(description, settings["Description"]!.GetValue<string>());
        Assert.Equal("https://gates.example.com/v2", settings["BaseUrl"]!.GetValue<string>());
    }

    [Fact]
    public async Task Names_the_variable_of_each_credential()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("init", "--description", line.Write("gates.yaml", WithKeys)));

        var workflow = Read(line, Files[3]);
        Assert.Contains("THYMIA_CREDENTIALS__GATE_KEY: ${{ secrets.", workflow, StringComparison.Ordinal);
        Assert.Contains("THYMIA_CREDENTIALS__TOKEN: ${{ secrets.", workflow, StringComparison.Ordinal);
        Assert.Contains("user-secrets set Credentials:GATE_KEY …", line.Out, StringComparison.Ordinal);
        Assert.Contains("put BaseUrl into thymia-conformance.json", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overwrites_nothing()
    {
        using var line = new CommandLine();
        line.Write(Files[2], "mine");

        Assert.Equal(0, await line.RunAsync("init", "--description", line.Write("gates.yaml", Description)));

        Assert.Equal("mine", Read(line, Files[2]));
        Assert.Contains($"Kept      {Files[2]}, which was there already", line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        new string[0],
        "--description: there is no description that can be read again; name a file or an https address."
    )]
    [InlineData(
        new[] { "--description", "-" },
        "--description: there is no description that can be read again; name a file or an https address."
    )]
    public async Task Refuses_to_begin_without_a_description(string[] options, string error)
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(["init", .. options]));

        Assert.Equal($"error: {error}{Environment.NewLine}", line.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(line.Folder));
    }

    [Fact]
    public void Pins_the_actions_that_this_repository_uses()
    {
        var ours = Pinned()
            .Matches(Suite.Repository.Read(".github/workflows/nightly.yml") + Suite.Repository.Read("action.yml"))
            .Select(m => m.Value)
            .ToHashSet();
        var written = Pinned().Matches(Suite.Repository.Read("tools/Thymia.Conformance.Cli/Starting/conformance.yml"));

        Assert.Equal(3, written.Count);
        Assert.All(written, m => Assert.Contains(m.Value, ours));
    }

    [Theory]
    [InlineData("""{ "BaseURI": "https://x.example.com" }""", "there is no setting BaseURI; perhaps BaseUrl is meant.")]
    [InlineData(
        """{ "Colour": "red" }""",
        "there is no setting Colour; see thymia-conformance run --help for all of them."
    )]
    [InlineData(
        """{ "ApiKey": "k" }""",
        "ApiKey is never read from a file, which is shared and kept in history; take it away, and set THYMIA_APIKEY "
            + "or the user secret ApiKey."
    )]
    [InlineData(
        """{ "Credentials": { "token": "k" } }""",
        "Credentials are never read from a file, which is shared and kept in history; take them away, and set "
            + "THYMIA_CREDENTIALS__ and the name of the security scheme."
    )]
    public async Task A_file_of_ours_holds_nothing_else_and_no_secret(string settings, string error)
    {
        using var line = new CommandLine();
        line.Write(Files[0], settings);

        Assert.Equal(2, await line.RunAsync("run", "--dry-run"));

        Assert.Equal($"error: {Files[0]}:1: {error}{Environment.NewLine}", line.Error);
    }

    [Fact]
    public async Task The_file_of_an_environment_is_stronger_and_variables_are_stronger_still()
    {
        using var line = new CommandLine();
        line.Write("appsettings.json", """{ "Seed": "1" }""");
        line.Write(Files[0], """{ "Seed": "2", "BaseUrl": "http://127.0.0.1:9" }""");
        Assert.Contains("seed 2", await ShownAsync(), StringComparison.Ordinal);

        line.Environment["THYMIA_ENVIRONMENT"] = "staging";
        line.Write("thymia-conformance.staging.json", """{ "Seed": "3" }""");
        Assert.Contains("seed 3", await ShownAsync(), StringComparison.Ordinal);

        line.Environment["THYMIA_SEED"] = "4";
        Assert.Contains("seed 4", await ShownAsync(), StringComparison.Ordinal);

        async Task<string> ShownAsync()
        {
            var before = line.Out.Length;
            Assert.Equal(0, await line.RunAsync("run", "--dry-run"));
            return line.Out[before..];
        }
    }

    private static string Read(CommandLine line, string file) => File.ReadAllText(line.Path(file));

    [GeneratedRegex("uses: [a-z]+/[a-z-]+@[0-9a-f]{40}", RegexOptions.NonBacktracking)]
    private static partial Regex Pinned();
}
