using System.Diagnostics;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using NJsonSchema;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// Requests a second of a run with all its checks and its record, against a bare HttpClient loop over the same bodies
/// with the same concurrency, and against that loop with nothing added but NJsonSchema on each body and each answer;
/// the provider in a process of its own. They take turns.
/// </summary>
internal static class ReplayBenchmark
{
    private const int Concurrency = 32;
    private const int Rounds = 7;

    // The first compile, and those after them what was too rare for the first.
    private const int WarmUps = 3;

    /// <summary>The provider's side: says where it is, and serves until its input ends.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), CancellationToken.None);
        Console.WriteLine(provider.BaseUrl);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public static async Task<int> RunAsync(int cases)
    {
        using var provider = Child();
        var url = new Uri((await provider.StandardOutput.ReadLineAsync())!);
        var plan = RunPlan.Read(
            new ConformanceOptions
            {
                BaseUrl = url,
                Random = cases,
                Concurrency = Concurrency,
            }
        );
        var bodies = plan.Cases.Select(c => c.Make().Request.Body).OfType<ReadOnlyMemory<byte>>().ToList();
        var target = new Uri(url, plan.Operations[0].Path);
        var engine = await EngineAsync(plan);
        var rounds = new List<(double Ratio, double Checked)>();
        for (var round = 1 - WarmUps; round <= Rounds; round++)
        {
            var bare = await BareAsync(target, bodies, (_, _, _) => { });
            var validated = await BareAsync(target, bodies, engine);
            var (whole, cpu) = await WholeAsync(plan, url);
            if (round > 0)
            {
                rounds.Add((whole / bare, validated / bare));
                Console.WriteLine(
                    $"bare {bare, 8:F0}/s   with NJsonSchema {validated, 8:F0}/s   run {whole, 8:F0}/s   ratio "
                        + $"{whole / bare:F2}   {cpu:F1} µs of processor time a request"
                );
            }
        }

        Stages(plan, url);
        Console.WriteLine($"median ratio of the bare loop with NJsonSchema {Median(rounds.Select(r => r.Checked)):F2}");
        Console.WriteLine($"median ratio of the run {Median(rounds.Select(r => r.Ratio)):F2} (goal: at least 0.60)");
        provider.StandardInput.Close();
        await provider.WaitForExitAsync();
        return 0;
    }

    private static double Median(IEnumerable<double> ratios) => ratios.Order().ElementAt(Rounds / 2);

    // What the library alone costs on both sides of an exchange: texts in, errors out, no word of ours.
    private static async Task<Action<ReadOnlyMemory<byte>, int, byte[]>> EngineAsync(RunPlan plan)
    {
        var operation = plan.Operations[0];
        var request = await SchemaAsync(operation.Body!.SchemaPointer);
        var answers = new Dictionary<int, JsonSchema>();
        foreach (var response in operation.Responses)
        {
            answers[int.Parse(response.Status, CultureInfo.InvariantCulture)] = await SchemaAsync(
                response.Contents.First().Value!
            );
        }

        return (body, status, answer) =>
        {
            _ = Errors(request, body.Span);
            _ = answers.TryGetValue(status, out var schema) ? Errors(schema, answer) : 0;
        };

        Task<JsonSchema> SchemaAsync(string pointer) =>
            JsonSchema.FromJsonAsync(Subject.WithDefinitions(plan.Description.Document, pointer));
    }

    // What is no JSON costs it an exception.
    private static int Errors(JsonSchema schema, ReadOnlySpan<byte> text)
    {
        try
        {
            return schema.Validate(Encoding.UTF8.GetString(text)).Count;
        }
        catch (JsonException)
        {
            return 1;
        }
    }

    // What the stages that send nothing cost, on one thread: each made, guarded and judged against one kept answer.
    private static void Stages(RunPlan plan, Uri url)
    {
        var plans = plan.Cases.Where(c => c.IsValid && c.Id.Contains(":random:", StringComparison.Ordinal)).ToList();
        var judge = new Judge(plan.Library, plan.For(url, ProviderOptions.DemoApiKey).Judging);
        var cases = plans.ConvertAll(c => c.Make());
        var exchanges = cases.ConvertAll(Answered);
        var record = new RunRecord();
        var passed = new Verdict.Passed();
        Console.WriteLine($"make  {Cost.Of(plans.Count, () => plans.Count(c => c.Make().IsValid))} a valid case");
        Console.WriteLine($"guard {Cost.Of(plans.Count, () => cases.Count(c => plan.Contradiction(c) is null))}");
        Console.WriteLine(
            "judge "
                + Cost.Of(plans.Count, () =>
                    cases.Zip(exchanges).Count(c => judge.Decide(c.First, c.Second) is Verdict.Passed)
                )
        );
        Console.WriteLine(
            "record "
                + Cost.Of(plans.Count, () =>
                    cases.Zip(exchanges).Count(c => IsRecorded(record, c.First, c.Second, passed))
                )
        );
    }

    private static bool IsRecorded(RunRecord record, TestCase testCase, Exchange exchange, Verdict verdict)
    {
        record.OnEvent(new RunEvent.CaseJudged(testCase, exchange, verdict));
        return true;
    }

    private static Exchange Answered(TestCase testCase)
    {
        var sent = System.Text.Json.Nodes.JsonNode.Parse(testCase.Request.Body!.Value.Span)!;
        var answer = new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = $"{testCase.Seed.Derive(1).Value % 0xFFFFFFFF:x8}-0000-4000-8000-000000000000",
            ["user"] = new System.Text.Json.Nodes.JsonObject
            {
                ["userLabel"] = sent["user"]!["userLabel"]!.DeepClone(),
            },
            ["status"] = "created",
            ["createdAt"] = "2026-01-01T10:00:00Z",
            ["agent"] = sent["agent"]!.DeepClone(),
        };
        return new Exchange
        {
            Request = testCase.Request,
            SentAt = new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero),
            Duration = TimeSpan.FromMilliseconds(1),
            Answer = new Answer
            {
                Status = 200,
                Headers = [new("Content-Type", "application/json")],
                Body = System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()),
            },
        };
    }

    private static async Task<double> BareAsync(
        Uri target,
        List<ReadOnlyMemory<byte>> bodies,
        Action<ReadOnlyMemory<byte>, int, byte[]> heard
    )
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Concurrency };
        using var client = new HttpClient(handler);
        var start = Stopwatch.GetTimestamp();
        var width = new ParallelOptions { MaxDegreeOfParallelism = Concurrency };
        await Parallel.ForEachAsync(bodies, width, async (body, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, target)
            {
                Content = new ReadOnlyMemoryContent(body),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            request.Headers.TryAddWithoutValidation("x-api-key", ProviderOptions.DemoApiKey);
            using var response = await client.SendAsync(request, token);
            heard(body, (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(token));
        });
        return bodies.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<(double PerSecond, double Microseconds)> WholeAsync(RunPlan plan, Uri url)
    {
        var options = plan.For(url, ProviderOptions.DemoApiKey) with { RepeatEvery = 0, CrowdEvery = 0 };
        var record = new RunRecord();
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await foreach (var happened in new ConformanceRun(options, TimeProvider.System).ExecuteAsync())
        {
            record.OnEvent(happened);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / record.Sent;
        return (record.Sent / seconds, spent);
    }

    public static Process Child() =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(ReplayBenchmark).Assembly.Location, "provider"])
            {
                RedirectStandardOutput = true,
                RedirectStandardInput = true,
            }
        )!;
}
