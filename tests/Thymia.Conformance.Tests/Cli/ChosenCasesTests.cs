using System.Text;
using System.Text.Json;

namespace Thymia.Conformance.Tests.Cli;

public sealed class ChosenCasesTests
{
    [Fact]
    public async Task Generate_writes_only_what_is_asked_for()
    {
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await line.RunAsync("generate", "--only", "invalid", "--filter", "location=language,keyword=enum")
        );

        var ids = Ids(line);
        Assert.Equal(36, ids.Count);
        Assert.All(ids, id => Assert.StartsWith("post-v1-calls:language:enum:", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Generate_makes_up_the_number_with_random_cases_that_meet_the_conditions()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("generate", "--only", "valid", "--count", "700"));

        var ids = Ids(line);
        Assert.Equal(700, ids.Count);
        Assert.Contains(ids, id => id.Contains(":random:", StringComparison.Ordinal));
        Assert.Empty(line.Error);
    }

    [Fact]
    public async Task Generate_says_so_where_there_are_not_as_many()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("generate", "--filter", "location=request,keyword=path", "--count", "5"));

        Assert.Equal(2, Ids(line).Count);
        Assert.Equal($"note: only 2 cases of 5 meet the conditions.{Environment.NewLine}", line.Error);
    }

    [Fact]
    public async Task Generate_needs_no_key_for_a_provider_it_only_names()
    {
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await line.RunAsync(
                "generate",
                "--format",
                "curl",
                "--filter",
                "keyword=path",
                "--base-url",
                "https://staging.example.com/api"
            )
        );

        Assert.Contains(" https://staging.example.com/api/v1/", Text(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_some_cases_records_no_pact_and_counts_only_their_constraints()
    {
        using var line = new CommandLine();

        Assert.Equal(
            0,
            await line.RunAsync("run", "--filter", "location=user.birthSex", "--out", line.Path("results"))
        );

        Assert.False(Directory.Exists(line.Path("results/pacts")));
        using var json = JsonDocument.Parse(
            await File.ReadAllBytesAsync(line.Path("results/results.json"), TestContext.Current.CancellationToken)
        );
        var coverage = json.RootElement.GetProperty("coverage");
        Assert.Equal(3, coverage.GetProperty("constraints").GetInt32());
        Assert.Equal(3, coverage.GetProperty("covered").GetInt32());
    }

    [Fact]
    public async Task A_run_of_everything_covers_every_constraint()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("run", "--no-pacts", "--out", line.Path("results")));

        using var json = JsonDocument.Parse(
            await File.ReadAllBytesAsync(line.Path("results/results.json"), TestContext.Current.CancellationToken)
        );
        var coverage = json.RootElement.GetProperty("coverage");
        Assert.Equal(coverage.GetProperty("constraints").GetInt32(), coverage.GetProperty("covered").GetInt32());
        Assert.Equal(coverage.GetProperty("kinds").GetInt32(), coverage.GetProperty("kindsJudged").GetInt32());
    }

    [Fact]
    public async Task A_keyword_that_cannot_be_judged_is_passed_over_where_that_is_asked_for()
    {
        using var line = new CommandLine();
        var file = line.Write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          propertyNames: {$schema: 'https://example.org/dialect'}
                          minLenght: 5
                          additionalProperties: {$vocabulary: {}}
                  responses: {'200': {description: ok}}
            """
        );

        Assert.Equal(2, await line.RunAsync("generate", "--description", file, "--ignore-keyword", "$schema"));
        Assert.EndsWith(
            $"pass it over with --ignore-keyword $schema,$vocabulary.{Environment.NewLine}",
            line.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            await line.RunAsync("generate", "--description", file, "--ignore-keyword", "$schema,$vocabulary,maxLength")
        );
        Assert.Contains(
            "remark: --ignore-keyword maxLength has no effect: 'maxLength' is judged.",
            line.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "has the unknown keyword 'minLenght', which demands nothing; perhaps 'minLength' is meant.",
            line.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("run --dry-run")]
    [InlineData("run")]
    public async Task An_answer_that_cannot_be_judged_is_named_by_every_command_in_the_same_words(string command)
    {
        using var line = new CommandLine();
        var file = line.Write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$vocabulary: {}}}}}
            """
        );

        await line.RunAsync([.. command.Split(' '), "--description", file, "--base-url", "http://localhost:9"]);

        Assert.Contains("answer 200 of GET", line.Error, StringComparison.Ordinal);
        Assert.Contains("is not judged: ", line.Error, StringComparison.Ordinal);
        Assert.Contains("uses the keyword '$vocabulary'", line.Error, StringComparison.Ordinal);
    }

    private static string Text(CommandLine line) => Encoding.UTF8.GetString(line.Bytes);

    private static List<string> Ids(CommandLine line) =>
        [
            .. Text(line)
                .TrimEnd('\n')
                .Split('\n')
                .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!),
        ];
}
