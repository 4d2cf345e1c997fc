namespace Thymia.Conformance.Tests.Cli;

public sealed class UnusableInputTests
{
    [Theory]
    [InlineData(
        "run --description nosuch.yaml",
        "nosuch.yaml: there is no such file; name the OpenAPI document with --description FILE."
    )]
    [InlineData(
        "run --base-url staging",
        "BaseUrl: 'staging' from the option --base-url is not allowed; give an absolute http or https URL without "
            + "user name, query or fragment."
    )]
    [InlineData(
        "run --base-url https://api.example.com",
        "ApiKey: the provider at api.example.com needs a key, and none is configured; set the environment variable "
            + "THYMIA_APIKEY or the user secret ApiKey."
    )]
    [InlineData(
        "run --operation GET./v1/calls",
        "thymia-voice-agent.openapi.yaml: there is no operation 'GET./v1/calls'; perhaps 'POST /v1/calls' is meant."
    )]
    [InlineData(
        "run --seed",
        "thymia-conformance run: the option --seed needs a value; see thymia-conformance run --help."
    )]
    [InlineData(
        "run --seed 1 --seed 2",
        "thymia-conformance run: the option --seed is given more than once; see thymia-conformance run --help."
    )]
    [InlineData("run --sead 1", "thymia-conformance run: there is no option '--sead'; perhaps --seed is meant.")]
    [InlineData(
        "run now",
        "thymia-conformance run: 'now' is one argument too many; see thymia-conformance run --help."
    )]
    [InlineData("rnu", "thymia-conformance: there is no command 'rnu'; perhaps run is meant.")]
    [InlineData("run --defect id-not-uid", "--defect: there is no Defect 'id-not-uid'; perhaps id-not-uuid is meant.")]
    [InlineData("run --mode lax", "--mode: 'lax' is not allowed; give strict, pydantic-v1 or pydantic-v2.")]
    [InlineData(
        "run --base-url http://127.0.0.1:9 --defect id-not-uuid",
        "BaseUrl: --defect and --mode spoil the embedded provider, yet BaseUrl names another; leave one of them out."
    )]
    [InlineData(
        "run --reports pdf",
        "Reports: 'pdf' from the option --reports is not allowed; give some of html, junit, sarif, har and ctrf with "
            + "commas between them, or none."
    )]
    [InlineData(
        "run --mask user.name",
        "Mask: 'user.name' from the option --mask is not allowed; give JSON paths such as $.user.name or $..email "
            + "with commas between them, or none."
    )]
    [InlineData(
        "run --compare-with nosuch",
        "nosuch: there is no results.json; name the folder that a run has written to."
    )]
    [InlineData("diff nosuch nosuch", "nosuch: there is no results.json; name the folder that a run has written to.")]
    [InlineData("history nosuch", "nosuch: there is no results.json; name the folder that a run has written to.")]
    [InlineData(
        "contract-diff",
        "thymia-conformance contract-diff: the argument OLD is missing; see thymia-conformance contract-diff --help."
    )]
    [InlineData(
        "contract-diff nosuch.yaml new.yaml",
        "nosuch.yaml: there is no such file; name an OpenAPI document in YAML or JSON."
    )]
    [InlineData("contract-diff --live", "BaseUrl: --live needs a provider; name it with --base-url.")]
    [InlineData(
        "serve --port many",
        "thymia-conformance serve: 'many' is not allowed for --port; see thymia-conformance serve --help."
    )]
    [InlineData("serve --port 70000", "Port 70000 does not exist. Choose one from 1 to 65535, or 0 for a free one.")]
    [InlineData("generate --count -1", "--count: '-1' is not allowed; give a whole number from 0 on.")]
    [InlineData("generate --format xml", "--format: 'xml' is not allowed; give jsonl, har, http, curl or files.")]
    [InlineData("generate --format files", "--out: the format files needs a folder; name one, such as --out cases.")]
    [InlineData(
        "generate --only some",
        "Only: 'some' from the option --only is not allowed; give valid, invalid or all."
    )]
    [InlineData(
        "generate --filter place=user",
        "Filter: 'place=user' from the option --filter is not allowed; give conditions on location, keyword, kind, "
            + "id, operation, tier, such as location=user.*,keyword=enum."
    )]
    [InlineData(
        "generate --filter keyword=oneOf",
        "--filter keyword=oneOf: no case meets the conditions; see thymia-conformance constraints for locations and "
            + "keywords, or generate for all cases."
    )]
    [InlineData(
        "run --ignore-keyword ,",
        "IgnoreKeyword: ',' from the option --ignore-keyword is not allowed; give names of keywords, such as "
            + "$vocabulary,$schema."
    )]
    [InlineData(
        "explain respons-schema",
        "respons-schema: there is no check and no case of that id; perhaps response-schema is meant."
    )]
    public async Task Gets_one_sentence_and_exit_code_2(string words, string sentence)
    {
        using var line = new CommandLine();
        string[] args = words.Split(' ');
        string[] place = args[0] == "run" ? ["--out", line.Path("results")] : [];

        var exit = await line.RunAsync([.. args, .. place.Where(_ => args[^1] != "--seed")]);

        Assert.Equal(2, exit);
        Assert.Equal($"error: {sentence}{Environment.NewLine}", line.Error);
        Assert.False(File.Exists(line.Path("results/results.json")));
    }

    [Fact]
    public async Task Names_the_line_of_broken_yaml()
    {
        using var line = new CommandLine();
        var file = line.Write("api.yaml", "openapi: 3.1.0\n  info: [\n");

        Assert.Equal(2, await line.RunAsync("run", "--description", file, "--out", line.Path("results")));
        Assert.StartsWith($"error: {file}:2:", line.Error, StringComparison.Ordinal);
        Assert.Single(line.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Names_the_operations_there_are()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("run", "--operation", "get /v1/calls", "--out", line.Path("results")));
        Assert.Equal(
            "error: thymia-voice-agent.openapi.yaml: there is no operation 'get /v1/calls'; perhaps 'POST "
                + $"/v1/calls' is meant.{Environment.NewLine}",
            line.Error
        );
    }

    [Fact]
    public async Task Says_that_a_file_stands_in_the_way_of_the_reports()
    {
        using var line = new CommandLine();
        var file = line.Write("results", "in the way");

        Assert.Equal(2, await line.RunAsync("run", "--out", file));
        Assert.Equal(
            $"error: {file}: cannot be written: a file stands where a folder is needed; choose another place with "
                + $"--out.{Environment.NewLine}",
            line.Error
        );
        Assert.Equal("in the way", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Shows_a_stack_trace_only_when_asked()
    {
        using var plain = new CommandLine();
        using var debug = new CommandLine { Environment = { ["THYMIA_DEBUG"] = "1" } };

        await plain.RunAsync("run", "--seed", "x");
        await debug.RunAsync("run", "--seed", "x");

        Assert.DoesNotContain("   at ", plain.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", debug.Error, StringComparison.Ordinal);
    }
}
