using System.Diagnostics;
using System.Globalization;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Suite;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Hostile;

/// <summary>
/// Every file that the tool reads, damaged in many ways by one seed: what is wrong is one sentence and exit code 2, or
/// nothing is, and neither takes time or memory. Both are those of the process, so nothing else runs meanwhile.
/// </summary>
[Collection(nameof(DamagedFilesTests))]
public sealed class DamagedFilesTests
{
    private const string SummaryVariable = "CONFORMANCE_FUZZ_SUMMARY";
    private const string SeedVariable = "CONFORMANCE_FUZZ_SEED";
    private const long MaxGrowth = 1L << 30;
    private static readonly TimeSpan LongestProcessorTime = TimeSpan.FromSeconds(5);

    // A machine that is busy is no hang.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Are_one_sentence_each_in_bounded_time_and_memory()
    {
        using var line = new CommandLine();
        var targets = await TargetsAsync(line);
        var seed = new Seed(
            ulong.Parse(Environment.GetEnvironmentVariable(SeedVariable) ?? "1", CultureInfo.InvariantCulture)
        );
        var count = Sweep.Of(160, 2_000);
        var (faults, hangs, large) = (new List<string>(), new List<string>(), new List<string>());
        for (var i = 0; i < count; i++)
        {
            var target = targets[i % targets.Count];
            var damaged = FileMutations.Of(target.Whole, seed.Derive(i));
            await File.WriteAllBytesAsync(target.File, damaged, TestContext.Current.CancellationToken);
            var name = string.Create(CultureInfo.InvariantCulture, $"{target.Name} {i}");
            await TryAsync(name, target, damaged, faults, hangs, large);
            await File.WriteAllBytesAsync(target.File, target.Whole, TestContext.Current.CancellationToken);
        }

        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{count} mutations of {targets.Count} kinds of file: {faults.Count} unexpected, {hangs.Count} hangs "
                + $"over 5 s, {large.Count} over 1 GiB"
        );
        if (Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, summary + "\n", TestContext.Current.CancellationToken);
        }

        Assert.True(
            faults.Count + hangs.Count + large.Count == 0,
            $"{summary}\n{string.Join("\n", [.. faults, .. hangs, .. large])}"
        );
    }

    private static async Task TryAsync(
        string name,
        Target target,
        byte[] damaged,
        List<string> faults,
        List<string> hangs,
        List<string> large
    )
    {
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var sizeBefore = process.WorkingSet64;
        var task = Task.Run(target.Read);
        while (await Task.WhenAny(task, Task.Delay(200)) != task)
        {
            process.Refresh();
            if (process.WorkingSet64 - sizeBefore > MaxGrowth)
            {
                large.Add(name);
                break;
            }
        }

        try
        {
            if (await task.WaitAsync(LongestWait) is { } problem)
            {
                faults.Add($"{name}: {problem}\n{Keep(name, damaged)}");
            }
        }
        catch (TimeoutException)
        {
            hangs.Add($"{name}: no end\n{Keep(name, damaged)}");
        }

        process.Refresh();
        if (process.TotalProcessorTime - before > LongestProcessorTime)
        {
            hangs.Add($"{name}: {process.TotalProcessorTime - before}\n{Keep(name, damaged)}");
        }
    }

    // Whoever mends it wants to see it.
    private static string Keep(string name, byte[] damaged)
    {
        var file = Path.Combine(Path.GetTempPath(), $"damaged-{name.Replace(' ', '-')}");
        File.WriteAllBytes(file, damaged);
        return file;
    }

    private sealed record Target(string Name, string File, Func<Task<string?>> Read)
    {
        public byte[] Whole { get; } = System.IO.File.ReadAllBytes(File);
    }

    private static async Task<List<Target>> TargetsAsync(CommandLine line)
    {
        await line.RunAsync(
            "run",
            "--random",
            "0",
            "--filter",
            "location=user.*,keyword=enum",
            "--out",
            line.Path("run"),
            "--no-pacts",
            "--quiet"
        );
        await line.RunAsync(
            "run",
            "--random",
            "0",
            "--filter",
            "keyword=type,location=user.*",
            "--out",
            line.Path("broken"),
            "--no-pacts",
            "--quiet",
            "--defect",
            "user-takes-list"
        );
        Directory.CreateDirectory(line.Path("old"));
        File.Copy(line.Path("broken/results.json"), line.Path("old/results.json"));
        var yaml = line.Write("library.yaml", await ReadAsync("fixtures/descriptions/library-3.1.yaml"));
        var json = line.Write("workshop.json", await JsonAsync("fixtures/descriptions/workshop-3.1.yaml"));
        var pact = line.Write(
            "pact/pact.json",
            await ReadAsync("fixtures/pacts/thymia-consumer-thymia-voice-agent.json")
        );
        var deviations = line.Write("deviations.yaml", await ReadAsync("fixtures/deviations/accepted.yaml"));
        var tolerances = line.Write(
            "fastapi-pydantic-v1.yaml",
            await ReadAsync("fixtures/tolerances/fastapi-pydantic-v1.yaml")
        );
        var rules = line.Write("voice.yaml", await ReadAsync("fixtures/rules/thymia-voice-agent.yaml"));
        var settings = line.Write(
            "settings/appsettings.json",
            """
            { "Logging": { "Level": [1] }, "Seed": 2, "Rate": "5", "Mask": "$..x", "Thymia": { "Random": "3",
              "Filter": "keyword=enum" } }
            """
        );
        return
        [
            new("description", yaml, Command(line, "constraints", "--description", yaml)),
            new(
                "description-generated",
                json,
                Command(line, "generate", "--description", json, "--count", "40", "--out", line.Path("out"))
            ),
            new("contract-diff", json, Command(line, "contract-diff", yaml, json)),
            new(
                "results",
                line.Path("broken/results.json"),
                Command(line, "diff", line.Path("old"), line.Path("broken"))
            ),
            new(
                "accepted",
                line.Path("broken/results.json"),
                Command(line, "deviations", "accept", line.Path("broken"))
            ),
            new(
                "journal",
                line.Path("run/journal.jsonl"),
                Command(line, "merge", line.Path("run"), "--out", line.Path("merged"))
            ),
            new("pact", pact, Direct(() => PactFiles.Find([pact]))),
            new("deviations", deviations, Direct(() => DeviationReader.Read(deviations))),
            new("rules", rules, Direct(() => RuleReader.Read(rules))),
            new("tolerances", tolerances, Direct(() => PolicyReader.Read(tolerances))),
            new(
                "settings",
                settings,
                Direct(() =>
                    OptionsReader.Read(
                        new ConfigurationInput
                        {
                            Folder = Path.GetDirectoryName(settings)!,
                            Environment = new Dictionary<string, string>(),
                            UserSecrets = false,
                        }
                    )
                )
            ),
        ];
    }

    private static Func<Task<string?>> Command(CommandLine line, params string[] args) =>
        async () =>
        {
            var before = line.Error.Length;
            var exit = await line.RunAsync(args);
            var said = line.Error[before..];
            return said.Contains("error: unexpected ", StringComparison.Ordinal) || exit is < 0 or > 3
                    ? $"exit {exit}, {said.Trim()}"
                : exit == 2 && said.Count(c => c == '\n') != 1 ? $"not one sentence: {said.Trim()}"
                : null;
        };

    private static Func<Task<string?>> Direct(Func<object> read) =>
        () =>
        {
            try
            {
                read();
                return Task.FromResult<string?>(null);
            }
            catch (UnusableInputException)
            {
                return Task.FromResult<string?>(null);
            }
            catch (Exception e)
            {
                return Task.FromResult<string?>($"{e}");
            }
        };

    private static Task<string> ReadAsync(string file) => Task.FromResult(Repository.Read(file));

    private static async Task<string> JsonAsync(string file) =>
        Thymia.Conformance.OpenApi.YamlText.Read(await ReadAsync(file)).Json!.ToJsonString();
}

[CollectionDefinition(nameof(DamagedFilesTests), DisableParallelization = true)]
public sealed class DamagedFiles;
