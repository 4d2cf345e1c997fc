using System.Diagnostics;

namespace Thymia.Conformance.Benchmarks;

/// <summary>The command line as processes of their own, each in a folder without settings.</summary>
/// <param name="Assembly">The file that <c>dotnet</c> runs.</param>
internal sealed record BuiltCli(string Assembly)
{
    private const string Project = "Thymia.Conformance.Cli";

    // bin/CONFIGURATION/FRAMEWORK of the benchmarks, which stand beside the command line.
    private static readonly DirectoryInfo Framework = new(
        AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
    );

    /// <summary>
    /// Where the command line keeps what it notes for its next start, on Linux; null is the user's own place.
    /// </summary>
    public string? Data { get; init; }

    /// <summary>Built as the benchmarks are, in the folder beside theirs.</summary>
    public static BuiltCli Built { get; } = In(Path.Combine(Source, "bin", Framework.Parent!.Name, Framework.Name));

    private static string Source => Path.Combine(Framework.Parent!.Parent!.Parent!.Parent!.FullName, Project);

    /// <summary>Publishes the command line into a folder, as its users do.</summary>
    public static async Task<BuiltCli> PublishAsync(string folder)
    {
        using var publishing = Process.Start(
            new ProcessStartInfo("dotnet", ["publish", Source, "--nologo", "--output", folder])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0 ? In(folder) : throw new InvalidOperationException(said);
    }

    public Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var name in start.Environment.Keys.Where(k => k.StartsWith("THYMIA_", StringComparison.Ordinal)).ToList()
        )
        {
            start.Environment.Remove(name);
        }

        if (Data is not null)
        {
            start.Environment["XDG_DATA_HOME"] = Data;
        }

        return Process.Start(start)!;
    }

    private static BuiltCli In(string folder) => new(Path.Combine(folder, "thymia-conformance.dll"));
}
