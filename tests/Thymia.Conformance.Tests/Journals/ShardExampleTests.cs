using System.Diagnostics;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Journals;

/// <summary>
/// The examples of docs/shards: the Job as the models of Kubernetes see it, and parts that add up in both.
/// </summary>
public sealed class ShardExampleTests
{
    private const string Workflow = "docs/shards/github.yml";
    private const string Job = "docs/shards/kubernetes.yaml";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task The_job_is_what_Kubernetes_takes()
    {
        using var folder = new TemporaryFolder();
        var job = YamlText.Read(Repository.Read(Job)).Json!;

        Assert.Equal("", await ProblemsAsync(folder.Write("job.json", job.ToJsonString())));

        job["spec"]!["completions"] = "ten";
        Assert.Contains(
            "spec/completions must be integer",
            await ProblemsAsync(folder.Write("spoilt.json", job.ToJsonString())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_job_tells_each_pod_how_many_parts_there_are()
    {
        var spec = YamlText.Read(Repository.Read(Job)).Json!["spec"]!;
        var container = spec["template"]!["spec"]!["containers"]![0]!;
        var variables = container["env"]!.AsArray().ToDictionary(v => (string)v!["name"]!, v => v!["value"]);

        Assert.Equal("Indexed", (string)spec["completionMode"]!);
        Assert.Equal(spec["completions"]!.ToString(), (string)variables["JOB_COMPLETION_COUNT"]!);
        Assert.Contains("part-$JOB_COMPLETION_INDEX", (string)container["args"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_names_each_part_once()
    {
        var jobs = YamlText.Read(Repository.Read(Workflow)).Json!["jobs"]!;
        var parts = jobs["part"]!["strategy"]!["matrix"]!["shard"]!.AsArray().Select(p => (int)p!.AsValue()).ToList();

        Assert.Equal(Enumerable.Range(1, parts.Count), parts);
        Assert.Equal("${{ matrix.shard }}/${{ strategy.job-total }}", (string)jobs["part"]!["env"]!["THYMIA_SHARD"]!);
    }

    private static async Task<string> ProblemsAsync(string file)
    {
        using var process = Process.Start(
            new ProcessStartInfo("node")
            {
                ArgumentList = { Path.Combine(Repository.Root, "tests", "npm", "job.mjs"), file },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return process.ExitCode == 0 ? "" : await output + error;
    }
}
