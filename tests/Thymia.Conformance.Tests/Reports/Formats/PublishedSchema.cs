using System.Diagnostics;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Reports.Formats;

/// <summary>Holds a report against the schema that its format's authors publish.</summary>
internal static class PublishedSchema
{
    /// <summary>What the files break, a line each that begins with the file; empty where nothing.</summary>
    /// <param name="format"><c>sarif</c>, <c>har</c> or <c>ctrf</c>.</param>
    public static async Task<string> ProblemsAsync(string format, params string[] files)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "node",
                [Path.Combine(Repository.Root, "tests", "npm", "validate.mjs"), format, .. files]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? "" : await output + error;
    }
}
