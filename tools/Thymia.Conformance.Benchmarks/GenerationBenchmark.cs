using System.Diagnostics;
using System.Text;
using NJsonSchema;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// Cases generated and guarded a second, as a ratio to NJsonSchema validating the same payloads from text, on one thread.
/// The two take turns, so that a machine whose speed drifts does not favour one.
/// </summary>
internal static class GenerationBenchmark
{
    private const int Rounds = 7;

    public static int Run(int count)
    {
        var subject = new Subject(1);
        var schema = JsonSchema.FromJsonAsync(subject.EngineSchema).GetAwaiter().GetResult();
        var payloads = subject.RandomPlans(count).Select(p => p.Make())
            .Select(c => Encoding.UTF8.GetString(c.Request.Body!.Value.Span)).ToList();
        var ratios = new List<double>();
        Console.WriteLine($"{"round",5} {"generated+guarded/s",20} {"NJsonSchema/s",14} {"ratio",6}");
        for (var round = 0; round <= Rounds; round++)
        {
            var ours = PerSecond(count, () => subject.RandomPlans(count).Count(p => subject.Guard.Contradiction(p.Make()) is null));
            var bare = PerSecond(count, () => payloads.Sum(p => schema.Validate(p).Count));
            if (round > 0)
            {
                ratios.Add(ours / bare);
                Console.WriteLine($"{round,5} {ours,20:F0} {bare,14:F0} {ours / bare,6:F2}");
            }
        }

        ratios.Sort();
        Console.WriteLine($"median ratio {ratios[ratios.Count / 2]:F2} (goal: at least 0.70)");
        return 0;
    }

    private static double PerSecond(int count, Func<int> work)
    {
        var start = Stopwatch.GetTimestamp();
        _ = work();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
