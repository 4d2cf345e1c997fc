using System.Diagnostics;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The built conformance suite, run as a process of its own.</summary>
internal static class SuiteProcess
{
    private const string Name = "Thymia.Conformance.Suite";

    /// <summary>Runs the tests with that trait; what they print, and the exit code.</summary>
    /// <param name="home">Where user secrets would be and reports go: nothing of the user's own counts.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string trait, string home, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly(), "-trait", trait, "-noLogo", "-noColor"])
        {
            RedirectStandardOutput = true,
        };
        string[] foreign =
            [.. start.Environment.Keys.Where(k => k.StartsWith("THYMIA_", StringComparison.OrdinalIgnoreCase))];
        foreach (var name in foreign)
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = start.Environment["APPDATA"] = home;
        start.Environment["THYMIA_OUT"] = home;
        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output);
    }

    // Beside this assembly, built the same way: tests/{Name}/bin/{Debug}/{net10.0}.
    private static string Assembly()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(
            Repository.Root, "tests", Name, "bin", framework.Parent!.Name, framework.Name, Name + ".dll");
    }
}
