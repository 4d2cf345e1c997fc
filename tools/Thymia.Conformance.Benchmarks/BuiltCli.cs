using System.Diagnostics;

namespace Thymia.Conformance.Benchmarks;

/// <summary>The built command line as a process of its own, in a folder without settings.</summary>
internal static class BuiltCli
{
    private const string Project = "Thymia.Conformance.Cli";

    public static Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly(), .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("THYMIA_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    // Built as the benchmarks are, in the folder beside theirs.
    private static string Assembly() => Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", Project, Below(AppContext.BaseDirectory), "thymia-conformance.dll"));

    private static string Below(string folder)
    {
        var framework = new DirectoryInfo(folder.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine("bin", framework.Parent!.Name, framework.Name);
    }
}
