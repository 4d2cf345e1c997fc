using System.Diagnostics;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// What it costs to record interactions, reading back included, and to have them verified against the reference
/// provider.
/// </summary>
internal static class PactBenchmark
{
    private const int MostVerified = 1_000;
    private static readonly PactNames Names = new("shop", "calls");

    public static async Task<int> RunAsync(int rounds)
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), CancellationToken.None);
        Console.WriteLine("| interactions | files | recorded in | for each | verified in | for each |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var count in new[] { 100, 1_000, 10_000 })
        {
            var folder = Directory.CreateTempSubdirectory("thymia-benchmark-").FullName;
            try
            {
                var interactions = Enumerable.Range(0, count).Select(Interaction).ToList();
                _ = Record(folder, interactions);
                var recorded = Enumerable
                    .Range(0, rounds)
                    .Select(_ => Record(folder, interactions))
                    .Order()
                    .ElementAt(rounds / 2);
                var verified = count <= MostVerified ? await VerifyAsync(folder, provider.BaseUrl) : (TimeSpan?)null;
                Console.WriteLine(
                    $"| {count} | {Directory.GetFiles(folder).Length} | {Cells(recorded, count)} | "
                        + $"{Cells(verified, count)} |"
                );
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static TimeSpan Record(string folder, List<Interaction> interactions)
    {
        var start = Stopwatch.GetTimestamp();
        _ = new PactFolder(folder, Names, new CorePactWriter()).Write(interactions, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> VerifyAsync(string folder, Uri provider)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await PactVerifier.VerifyAsync(
            new VerifyRequest
            {
                BaseUrl = provider,
                Files = [.. PactFiles.Find([folder]).Select(p => p.File)],
                ApiKey = ProviderOptions.DemoApiKey,
            },
            CancellationToken.None
        );
        return result.Outcome == VerifyOutcome.Passed
            ? Stopwatch.GetElapsedTime(start)
            : throw new InvalidOperationException(result.Interactions.First(i => !i.Passed).Sentence);
    }

    private static string Cells(TimeSpan? time, int count) =>
        time is { } spent ? $"{spent.TotalSeconds:F2} s | {spent.TotalMilliseconds / count:F2} ms" : "not tried | ";

    // As large as one of the contract's: an accepted call.
    private static Interaction Interaction(int number) =>
        new()
        {
            Key = $"key-{number:D5}",
            Description = $"a call numbered {number}",
            Method = "POST",
            Path = "/v1/calls",
            RequestBody = new InteractionBody(
                "application/json",
                new JsonObject
                {
                    ["user"] = new JsonObject
                    {
                        ["userLabel"] = Matchers.Type($"thymia-conformance-pact-{number}"),
                        ["dateOfBirth"] = "1990-01-01",
                        ["birthSex"] = "MALE",
                    },
                    ["language"] = "en-GB",
                    ["agent"] = Matchers.Type(new JsonObject { ["id"] = "patient-intake" }),
                },
                null
            ),
            Status = 200,
            ResponseBody = new InteractionBody(
                "application/json",
                new JsonObject
                {
                    ["id"] = Matchers.Regex("0d9f6a3c-51b7-4e28-9c64-7b1e2f3a4d5c", "^[0-9a-fA-F-]{36}$"),
                    ["status"] = Matchers.Type("created"),
                    ["user"] = new JsonObject { ["userLabel"] = Matchers.Type($"thymia-conformance-pact-{number}") },
                },
                null
            ),
        };
}
