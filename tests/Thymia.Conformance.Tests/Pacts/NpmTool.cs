using System.Diagnostics;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>A program of others, from npm's packages, as a process: its exit code and all it says.</summary>
internal sealed record NpmTool(int ExitCode, string Output)
{
    private static string Comparators =>
        Path.Combine(Suite.Repository.Root, "tests", "npm", "node_modules", "@pactflow");

    /// <summary>The two comparators of a pact with an OpenAPI document.</summary>
    public static IReadOnlyList<string> ComparatorScripts { get; } =
    [
        Path.Combine(Comparators, "openapi-pact-comparator", "dist", "cli.cjs"),
        Path.Combine(Comparators, "swagger-mock-validator", "bin", "swagger-mock-validator.mjs"),
    ];

    /// <summary>Pact's own command line.</summary>
    public static Task<NpmTool> PactAsync(CancellationToken cancellation, params string[] arguments) =>
        RunAsync(
            Path.Combine(AppContext.BaseDirectory, "pact-cli", OperatingSystem.IsWindows() ? "pact.exe" : "pact"),
            arguments,
            cancellation
        );

    public static Task<NpmTool> NodeAsync(CancellationToken cancellation, params string[] arguments) =>
        RunAsync("node", arguments, cancellation);

    private static async Task<NpmTool> RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                Environment = { ["PACT_DO_NOT_TRACK"] = "true" },
            }
        )!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new NpmTool(process.ExitCode, await output + await error);
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
