using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The built conformance suite, run by <c>dotnet test</c> as a process of its own.</summary>
internal sealed class SuiteProcess(string home)
{
    private const string Name = "Thymia.Conformance.Suite";

    /// <summary>What is set for it; nothing of whoever runs these tests is.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal) { ["THYMIA_OUT"] = home };

    /// <summary>A file of <c>runsettings/</c>; none by default.</summary>
    public string? RunSettings { get; init; }

    private static DirectoryInfo Output => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The configuration that these tests and the suite are built in.</summary>
    public static string Configuration => Output.Parent!.Name;

    // Beside this assembly, built the same way: tests/{Name}/bin/{Debug}/{net10.0}.
    public static string Assembly =>
        Path.Combine(Repository.Root, "tests", Name, "bin", Configuration, Output.Name, Name + ".dll");

    /// <summary>
    /// Runs the tests that meet the filter; by <c>dotnet test</c> where that is asked for or all is to be tried.
    /// </summary>
    public Task<SuiteOutcome> RunAsync(string filter, CancellationToken cancellation) =>
        Sweep.IsWide ? RunByDotnetAsync(filter, cancellation) : RunAloneAsync(Query(filter), cancellation);

    /// <summary>Runs the tests that meet the filter by <c>dotnet test</c>; all of them for null.</summary>
    public async Task<SuiteOutcome> RunByDotnetAsync(string? filter, CancellationToken cancellation)
    {
        var (exit, output) = await WaitAsync(Start("dotnet", Arguments(filter)), cancellation);
        return new SuiteOutcome(exit, output, home);
    }

    /// <summary>The names and ids of all tests, as a test runner is told of them.</summary>
    public async Task<IReadOnlyList<(string Name, string Id)>> DiscoverAsync(CancellationToken cancellation)
    {
        var (_, output) = await WaitAsync(
            Start("dotnet", Assembly, "-noLogo", "-noColor", "-list", "full/json"),
            cancellation
        );
        return
        [
            .. JsonNode
                .Parse(output.Split('\n')[0])!
                .AsArray()
                .Select(t => ((string)t!["DisplayName"]!, (string)t["ID"]!)),
        ];
    }

    /// <summary>Runs tests by <c>dotnet test</c>, and asks that to end once something has happened.</summary>
    public async Task<SuiteOutcome> StopDotnetAfterAsync(Task happened, string filter, CancellationToken cancellation)
    {
        var (exit, output) = await WaitAsync(Start("dotnet", Arguments(filter)), cancellation, happened);
        return new SuiteOutcome(exit, output, home);
    }

    /// <summary>
    /// The same without <c>dotnet test</c> around it, which takes less time: xunit's own program with a filter such as
    /// <c>/[location=user]</c>.
    /// </summary>
    public async Task<SuiteOutcome> RunAloneAsync(string query, CancellationToken cancellation)
    {
        var trx = Path.Combine(Directory.CreateDirectory(Path.Combine(home, "tests")).FullName, "tests.trx");
        var (exit, output) = await WaitAsync(
            Start("dotnet", Assembly, "-noLogo", "-noColor", "-filter", query, "-trx", trx),
            cancellation
        );
        return new SuiteOutcome(exit, output, home);
    }

    /// <summary>Runs the suite's own program, and asks it to end once something has happened.</summary>
    public Task<(int ExitCode, string Output)> StopAfterAsync(
        Task happened,
        CancellationToken cancellation,
        params string[] arguments
    ) => WaitAsync(Start("dotnet", [Assembly, "-noLogo", .. arguments]), cancellation, happened);

    private string[] Arguments(string? filter) =>
        [
            "test",
            Assembly,
            "--nologo",
            "--results-directory",
            Path.Combine(home, "tests"),
            "--logger",
            "trx;LogFileName=tests.trx",
            .. RunSettings is null
                ? []
                : new[] { "--settings", Path.Combine(Repository.Root, "runsettings", RunSettings) },
            .. filter is null ? [] : new[] { "--filter", filter },
        ];

    /// <summary>Starts a program with these settings and no other.</summary>
    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        Forget(start.Environment);
        start.Environment["APPDATA"] = home;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["VSTEST_CONNECTION_TIMEOUT"] = "300";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Takes away what is set for whoever runs these tests.</summary>
    public static void Forget(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsOfWhoeverRunsThis).ToList())
        {
            environment.Remove(name);
        }
    }

    /// <summary>The exit code, and all that was printed.</summary>
    /// <param name="stopAfter">When it is asked to end; null lets it come to its end.</param>
    public static async Task<(int ExitCode, string Output)> WaitAsync(
        Process process,
        CancellationToken cancellation,
        Task? stopAfter = null
    )
    {
        using (process)
        {
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellation);
                var error = process.StandardError.ReadToEndAsync(cancellation);
                if (stopAfter is not null)
                {
                    await stopAfter.WaitAsync(TimeSpan.FromMinutes(5), cancellation);
                    await TerminateAsync(process.Id, cancellation);
                }

                await process.WaitForExitAsync(cancellation);
                return (process.ExitCode, await output + await error);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }

    private static async Task TerminateAsync(int id, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{id}"]);
        await kill.WaitForExitAsync(cancellation);
    }

    // a=b&c=d|e=f as xunit's own program reads it: /[((a=b)&(c=d))|((e=f))].
    private static string Query(string filter) =>
        $"/[{string.Join('|', filter.Split('|').Select(
        any => $"({string.Join('&', any.Split('&').Select(all => $"({all})"))})"))}]";

    private static bool IsOfWhoeverRunsThis(string name) =>
        name.StartsWith("THYMIA_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("GITHUB_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("PACT_BROKER_", StringComparison.OrdinalIgnoreCase);
}
