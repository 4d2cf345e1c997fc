using System.Text;
using NJsonSchema;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// Cases generated and guarded a second, as a ratio to NJsonSchema validating the same payloads from text, on one
/// thread. All take turns over a few cases, and processor time counts: neither a machine whose speed drifts nor one
/// that is shared favours one of them.
/// </summary>
internal static class GenerationBenchmark
{
    private const int Rounds = 21;
    private const int WarmUp = 5;

    public static int Run(int count)
    {
        var subject = new Subject(1);
        var schema = JsonSchema.FromJsonAsync(subject.EngineSchema).GetAwaiter().GetResult();
        var cases = Made(subject, count);
        var payloads = cases.ConvertAll(c => Encoding.UTF8.GetString(c.Request.Body!.Value.Span));
        Console.WriteLine(
            $"{"round", 5}  {"generate", 18}  {"guard", 18}  {"both", 18}  {"second", 18}  {"NJsonSchema", 18}  "
                + $"{"ratio", 5}  {"all", 5}"
        );
        var rounds = new List<Round>();
        for (var number = 1 - WarmUp; number <= Rounds; number++)
        {
            var round = new Round(
                Cost.Of(count, () => subject.RandomPlans(count).Count(p => p.Make().IsValid)),
                Cost.Of(count, () => cases.Count(c => subject.Guard.Contradiction(c) is null)),
                Cost.Of(count, () =>
                    subject.RandomPlans(count).Count(p => subject.Guard.Contradiction(p.Make()) is null)
                ),
                Cost.Of(count, () => cases.Count(c => subject.Second.Disagreement(c) is null)),
                Cost.Of(count, () => payloads.Sum(p => schema.Validate(p).Count))
            );
            if (number > 0)
            {
                rounds.Add(round);
                Console.WriteLine($"{number, 5}  {round}");
            }
        }

        rounds.Sort((a, b) => a.Ratio.CompareTo(b.Ratio));
        Console.WriteLine($"median {rounds[Rounds / 2]}");
        Console.WriteLine(
            $"ratio {rounds[Rounds / 2].Ratio:F2} on one thread (goal: at least 2.36), "
                + $"{rounds[Rounds / 2].RatioOfAll:F2} with the second opinion (goal: at least 0.65)"
        );
        return 0;
    }

    private static List<TestCase> Made(Subject subject, int count) =>
        [.. subject.RandomPlans(count).Select(p => p.Make())];

    private sealed record Round(Cost Generate, Cost Guard, Cost Both, Cost Second, Cost Bare)
    {
        public double RatioOfAll => Bare.Microseconds / (Both.Microseconds + Second.Microseconds);

        public double Ratio => Bare.Microseconds / Both.Microseconds;

        public override string ToString() =>
            $"{Generate}  {Guard}  {Both}  {Second}  {Bare}  {Ratio, 5:F2}  {RatioOfAll, 5:F2}";
    }
}
