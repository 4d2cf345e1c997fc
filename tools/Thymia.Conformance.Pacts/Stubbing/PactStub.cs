using System.Diagnostics;
using System.Text.RegularExpressions;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>
/// Pact's own stub server, answering requests as pacts say until this object is disposed of. Its log quotes whole
/// requests, keys included, so nothing of it is passed on but the paths that no interaction fits.
/// </summary>
public sealed partial class PactStub : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _listening;

    private PactStub(Process process, int port, Action<string> unmatched)
    {
        _process = process;
        BaseUrl = new Uri($"http://127.0.0.1:{port}/");
        _listening = ListenAsync(process.StandardOutput, unmatched);
    }

    public Uri BaseUrl { get; }

    /// <summary>Done when the server has ended by itself.</summary>
    public Task Ended => _listening;

    /// <param name="port">0 takes a free one.</param>
    /// <param name="unmatched">Told the path of each request that got a 404 since no interaction fits it.</param>
    /// <exception cref="UnusableInputException">The port is taken, or Pact's command line is missing or did not
    /// start.</exception>
    public static async Task<PactStub> StartAsync(
        IReadOnlyList<PactSummary> pacts,
        int port,
        Action<string> unmatched,
        CancellationToken cancellation
    )
    {
        var process = Process.Start(Start(pacts, port))!;
        try
        {
            // Nobody reads what it says there; it must be able to say it all the same.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return new PactStub(process, await PortAsync(process, port, cancellation), unmatched);
        }
        catch
        {
            End(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _listening;
        _process.Dispose();
    }

    // Of several interactions that fit, the server takes the first: one without a key fits requests with a key, too.
    private static ProcessStartInfo Start(IReadOnlyList<PactSummary> pacts, int port)
    {
        var files = pacts
            .OrderBy(p => p.Key == PactKey.Absent)
            .SelectMany(p => new[] { "--file", Path.GetFullPath(p.File) });
        string[] place = port == 0 ? [] : ["--port", $"{port}"];
        return new ProcessStartInfo(PactCommandLine.Demand(), ["stub", "--loglevel", "info", .. place, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            Environment = { ["PACT_DO_NOT_TRACK"] = "true" },
        };
    }

    private static async Task<int> PortAsync(Process process, int port, CancellationToken cancellation)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (Started().Match(line) is { Success: true } started)
            {
                return int.Parse(started.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            }

            if (line.Contains("failed to bind", StringComparison.Ordinal))
            {
                throw Unusable($"port {port} cannot be listened on", "--port", "choose another, or 0 for a free one");
            }
        }

        throw Unusable(
            "Pact's stub server did not start",
            "pact stub",
            "see whether Pact's own command line takes the pacts"
        );
    }

    private static async Task ListenAsync(StreamReader output, Action<string> unmatched)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Unmatched().Match(line) is { Success: true } found)
            {
                unmatched(found.Groups[1].Value);
            }
        }
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static UnusableInputException Unusable(string problem, string place, string hint) =>
        new("stub-not-started", problem, place, hint);

    [GeneratedRegex(@"Server started on port (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Started();

    [GeneratedRegex("No matching request found for path (.+), sending 404", RegexOptions.CultureInvariant)]
    private static partial Regex Unmatched();
}
