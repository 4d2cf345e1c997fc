using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>
/// Runs this assembly as a program of its own. The environment it starts with keeps Pact's core from reporting its use
/// to anyone: the core asks for that before any code of ours could tell it.
/// </summary>
internal static class VerifierProcess
{
    private const int LongestComplaint = 300;

    public static async Task<IReadOnlyList<VerifiedPact>> RunAsync(VerifyOrder order, CancellationToken cancellation)
    {
        using var process = Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var complaints = process.StandardError.ReadToEndAsync(cancellation);
            await TellAsync(process, order, cancellation);
            await process.WaitForExitAsync(cancellation);
            var text = await output;
            return process.ExitCode == 0
                ? Parse(text)
                : throw Failed(
                    $"Pact's verifier ended with {process.ExitCode} ({Shortened(await complaints)})",
                    Assembly()
                );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public static UnusableInputException Failed(string problem, string location, Exception? cause = null) =>
        new(
            "pact-verifier-failed",
            problem,
            location,
            "build again, or verify with Pact's command line to compare",
            cause
        );

    private static async Task TellAsync(Process process, VerifyOrder order, CancellationToken cancellation)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(input, order, cancellationToken: cancellation);
        }
        catch (IOException)
        {
            // It ended without listening; its exit code says more.
        }
    }

    private static Process Start()
    {
        _ = PactLibrary.Demand();
        var start = new ProcessStartInfo(Host(), ["exec", Assembly()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["PACT_DO_NOT_TRACK"] = "true";

        // It speaks to the relay alone, which knows which proxy to ask.
        foreach (var name in start.Environment.Keys.Where(IsAboutProxies).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw Failed("Pact's verifier could not be started", start.FileName, e);
        }
    }

    private static bool IsAboutProxies(string variable) =>
        variable.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase);

    private static string Assembly()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Thymia.Conformance.Pacts.dll");
        return File.Exists(file) ? file : throw Failed("Pact's verifier is missing", file);
    }

    /// <summary>
    /// The <c>dotnet</c> this process runs on; the one on the PATH where this one brings its own runtime.
    /// </summary>
    private static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? name;
    }

    private static IReadOnlyList<VerifiedPact> Parse(string output) =>
        [
            .. output
                .Split('\n')
                .Where(l => l.StartsWith(VerifierProgram.Mark, StringComparison.Ordinal))
                .Select(l => JsonSerializer.Deserialize<VerifiedPact>(l.AsSpan(VerifierProgram.Mark.Length))!),
        ];

    // The process is given no secret, so it can complain of none.
    private static string Shortened(string complaints)
    {
        var safe = complaints
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault()
            ?? "in silence";
        return Text.Shortened.After(safe, LongestComplaint);
    }
}
