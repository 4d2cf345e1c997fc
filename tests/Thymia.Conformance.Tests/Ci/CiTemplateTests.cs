using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Ci;

/// <summary>What GitLab and Azure include: their scripts run, with what stands for an input filled in.</summary>
public sealed partial class CiTemplateTests : IDisposable
{
    private const string Quick = "--no-pacts --random 0 --filter location=user.birthSex,keyword=enum";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string[] GitLab => Repository.Read(".ci/gitlab/conformance.yml").Split("\n---\n");

    private static JsonNode Azure => YamlText.Read(Repository.Read(".ci/azure/conformance.yml")).Json!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GitLab_s_job_tests_and_compares_with_the_run_before()
    {
        var inputs = YamlText.Read(GitLab[0]).Json!["spec"]!["inputs"]!;
        var filled = Input()
            .Replace(GitLab[1], m =>
                m.Groups[1].Value == "arguments" ? Quick : $"{inputs[m.Groups[1].Value]!["default"]}"
            );
        var job = YamlText.Read(filled).Json!["conformance"]!;
        Tool(".thymia");

        var first = await RunAsync([.. Lines(job["script"]), .. Lines(job["after_script"])]);
        var second = await RunAsync([.. Lines(job["script"]), .. Lines(job["after_script"])]);

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.DoesNotContain("\nOld  ", first.Output, StringComparison.Ordinal);
        Assert.Contains("\nOld  ", second.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, (string)job["artifacts"]!["reports"]!["junit"]!)));
    }

    [Fact]
    public async Task Azure_s_steps_test_and_compare_with_the_run_before()
    {
        var defaults = Azure["parameters"]!
            .AsArray()
            .ToDictionary(p => (string)p!["name"]!, p => (string)p!["default"]!, StringComparer.Ordinal);
        var scripts = Azure["steps"]!
            .AsArray()
            .Select(s => (string?)s!["bash"])
            .OfType<string>()
            .Select(s =>
                Parameter().Replace(s, m => m.Groups[1].Value == "arguments" ? Quick : defaults[m.Groups[1].Value])
            )
            .Select(s => s.Replace("$(Pipeline.Workspace)", _folder.Path, StringComparison.Ordinal))
            .ToArray();
        Tool("thymia-conformance");

        var first = await RunAsync(scripts);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "thymia-earlier"));
        File.Copy(
            Path.Combine(_folder.Path, "results", "results.json"),
            Path.Combine(_folder.Path, "thymia-earlier", "results.json")
        );
        var second = await RunAsync(scripts);

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.Contains("\nOld  ", second.Output, StringComparison.Ordinal);
        Assert.Equal(
            defaults.Keys.Order(StringComparer.Ordinal),
            Parameter()
                .Matches(Repository.Read(".ci/azure/conformance.yml"))
                .Select(m => m.Groups[1].Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(".ci/gitlab/conformance.yml")]
    [InlineData(".ci/azure/conformance.yml")]
    public void Bring_the_version_that_they_belong_to(string file) =>
        Assert.Contains($"default: {Repository.Version}\n", Repository.Read(file), StringComparison.Ordinal);

    [Fact]
    public void The_image_is_built_of_what_is_there_and_runs_the_tool_as_nobody_special()
    {
        var lines = Repository.Read("Containerfile").Split('\n');
        var copied = lines
            .Where(l =>
                l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from", StringComparison.Ordinal)
            )
            .SelectMany(l => l.Split(' ')[1..^1]);
        var stages = lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        var from = Stage().Matches(string.Join('\n', lines)).Select(m => m.Groups[1].Value);

        Assert.All(copied, f => Assert.True(Path.Exists(Path.Combine(Repository.Root, f)), f));
        Assert.All(from, s => Assert.Contains(stages, l => l.EndsWith($" AS {s}", StringComparison.Ordinal)));
        Assert.Contains("node:22-", stages[0], StringComparison.Ordinal);
        Assert.Contains("USER $APP_UID", lines);
        Assert.Contains("""ENTRYPOINT ["thymia-conformance"]""", lines);
    }

    private static IEnumerable<string> Lines(JsonNode? list) => list!.AsArray().Select(l => (string)l!);

    private void Tool(string folder) =>
        ActionRun.Script(
            Path.Combine(_folder.Path, folder, "thymia-conformance"),
            $"exec dotnet '{CliProcess.Assembly()}' \"$@\""
        );

    private Task<(int ExitCode, string Output)> RunAsync(string[] lines) =>
        SuiteProcess.WaitAsync(
            ActionRun.Start(_folder.Path, string.Join('\n', lines), new() { ["APPDATA"] = _folder.Path }),
            Token
        );

    [GeneratedRegex(@"\$\[\[ inputs\.(\w+) \]\]")]
    private static partial Regex Input();

    [GeneratedRegex(@"\$\{\{ parameters\.(\w+) \}\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"COPY --from=(\w+) ")]
    private static partial Regex Stage();
}
