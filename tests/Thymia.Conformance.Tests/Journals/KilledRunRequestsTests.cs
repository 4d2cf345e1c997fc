using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Journals;

/// <summary>
/// Beside <see cref="KilledRunTests" />, not after it: both wait for processes more than they compute.
/// </summary>
public sealed class KilledRunRequestsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [MemberData(nameof(KillPoints.Lines), MemberType = typeof(KillPoints))]
    public async Task A_provider_gets_no_request_again_but_those_under_way_when_the_run_was_killed(int lines)
    {
        const int UnderWay = 4;
        const int MostOfACase = 2;
        const int Huge = 100_000;
        const int InCompany = 12;
        using var line = new CommandLine();
        await using var provider = RawServer.Answering(RawServer.Json(422, """{"detail":[]}"""));
        string[] run =
        [
            "run",
            "--no-pacts",
            "--only",
            "invalid",
            "--random",
            "0",
            "--concurrency",
            $"{UnderWay}",
            "--base-url",
            provider.Url.ToString(),
        ];
        Assert.Equal(1, await line.RunAsync([.. run, "--out", line.Path("whole")]));

        // In company a case is sent as often as its huge neighbour takes, and that only where no other is under way.
        var whole = Counted(provider)
            .Where(r => r.Value <= MostOfACase && r.Key.Length < Huge)
            .ToDictionary(StringComparer.Ordinal);
        Directory.CreateDirectory(line.Path("part"));
        using var process = CliProcess.Start(line.Folder, [.. run, "--rate", "250", "--out", line.Path("part")]);

        var wasAlive = await process.KillAtAsync(
            line.Path("part/journal.jsonl"),
            KillPoints.BytesOf(line, "whole", Math.Min(lines, 300)),
            Token
        );

        Assert.True(wasAlive);
        Assert.Equal(1, await line.RunAsync("run", "--no-pacts", "--resume", line.Path("part")));
        var part = Counted(provider);
        Assert.All(whole, r => Assert.True(part.ContainsKey(r.Key), $"never sent: {r.Key}"));
        Assert.InRange(whole.Sum(r => Math.Max(0, part[r.Key] - r.Value)), 0, (UnderWay * MostOfACase) + InCompany);
    }

    // What it got since it was last asked.
    private static Dictionary<string, int> Counted(RawServer provider)
    {
        lock (provider.Requests)
        {
            var counts = provider.Requests.CountBy(r => r, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            provider.Requests.Clear();
            return counts;
        }
    }
}
