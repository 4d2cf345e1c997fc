using System.Diagnostics;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Journals;

/// <summary>The built command line as a process of its own, which can be killed.</summary>
internal static class CliProcess
{
    private const string Name = "Thymia.Conformance.Cli";

    /// <summary>Starts it in a folder, with nothing of the user's own settings.</summary>
    public static Process Start(string folder, params string[] args) => Start(folder, [], args);

    /// <param name="variables">What the process finds in its environment besides.</param>
    public static Process Start(string folder, Dictionary<string, string> variables, params string[] args) =>
        StartBy(IgnoresInterrupts() ? ["env", "--default-signal=INT"] : [], folder, variables, args);

    /// <summary>Starts it with its standard output led into a file or a device.</summary>
    public static Process StartInto(string file, string folder, params string[] args) =>
        StartBy(["sh", "-c", $"exec \"$@\" > {file}", "sh"], folder, [], args);

    private static Process StartBy(string[] before, string folder, Dictionary<string, string> variables, string[] args)
    {
        string[] words = [.. before, "dotnet", Assembly(), .. args];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (
            var name in start.Environment.Keys.Where(k => k.StartsWith("THYMIA_", StringComparison.Ordinal)).ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("XDG_DATA_HOME");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["HOME"] = start.Environment["APPDATA"] = folder;
        return Process.Start(start)!;
    }

    /// <summary>Sends it a signal: <c>INT</c> is what a terminal does on Ctrl-C.</summary>
    public static async Task SignalAsync(this Process process, string signal, CancellationToken cancellation)
    {
        using var kill = Process.Start(
            "kill",
            [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync(cancellation);
    }

    /// <summary>
    /// Kills it as soon as a file, in a folder that exists, is this long, in bytes;
    /// false where it came to its end before.
    /// </summary>
    public static async Task<bool> KillAtAsync(
        this Process process,
        string file,
        long bytes,
        CancellationToken cancellation
    )
    {
        var isLong = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(file)!, Path.GetFileName(file))
        {
            NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite,
        };
        watcher.Changed += (_, _) => _ = new FileInfo(file).Length >= bytes && isLong.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await Task.WhenAny(isLong.Task, process.WaitForExitAsync(cancellation));

        var isAlive = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(cancellation);
        return isAlive;
    }

    /// <summary>How many lines a file has, even if another has it to itself; 0 where there is none.</summary>
    public static int LinesOf(string file)
    {
        if (!File.Exists(file))
        {
            return 0;
        }

        // Opened with the lock of another, which only .NET heeds.
        using var cat = Process.Start(new ProcessStartInfo("wc", ["-l", file]) { RedirectStandardOutput = true })!;
        return int.Parse(
            cat.StandardOutput.ReadToEnd().Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    // A shell tells what it starts in the background to ignore Ctrl-C, and children inherit that.
    private static bool IgnoresInterrupts()
    {
        const string Ignored = "SigIgn:";
        const ulong Interrupt = 1 << 1;
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status")
                .Any(l =>
                    l.StartsWith(Ignored, StringComparison.Ordinal)
                    && (Convert.ToUInt64(l[Ignored.Length..].Trim(), 16) & Interrupt) != 0
                );
    }

    /// <summary>The built command line.</summary>
    public static string Assembly()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(
            Repository.Root,
            "tools",
            Name,
            "bin",
            framework.Parent!.Name,
            framework.Name,
            "thymia-conformance.dll"
        );
    }
}
