using Thymia.Conformance.Benchmarks;
using Thymia.Conformance.Benchmarks.PactSpecification;
using Thymia.Conformance.Benchmarks.SchemaSuite;

return args switch
{
    ["generation", .. var rest] => GenerationBenchmark.Run(Count(rest, 5_000)),
    ["memory", .. var rest] => MemoryBenchmark.Run(Count(rest, 1_000_000)),
    ["contradictions", .. var rest] => Contradictions.Run(Count(rest, 200)),
    ["pacts", .. var rest] => await PactBenchmark.RunAsync(Count(rest, 5)),
    ["replay", .. var rest] => await ReplayBenchmark.RunAsync(Count(rest, 20_000)),
    ["report", .. var rest] => await ReportBenchmark.RunAsync(Count(rest, 10_000)),
    ["growth", .. var rest] => await GrowthBenchmark.RunAsync(Count(rest, 1_000_000)),
    ["start", .. var rest] => await StartBenchmark.RunAsync(Count(rest, 20)),
    ["json-schema-suite", _, ..] => SchemaSuiteBenchmark.Run(args[1..]),
    ["pact-specification", var place] => await PactSpecificationBenchmark.RunAsync(place),
    ["descriptions", var place] => DescriptionsBenchmark.Run(place),
    ["provider"] => await ReplayBenchmark.ServeAsync(),
    _ => Usage(),
};

static int Count(string[] rest, int standard) =>
    rest is [var text] && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var count)
        ? count
        : standard;

static int Usage()
{
    Console.Error.WriteLine(
        "usage: generation [CASES] | memory [CASES] | contradictions [SEEDS] | pacts [ROUNDS] | replay [CASES]"
            + " | report [CASES] | growth [CASES] | start [ROUNDS] | json-schema-suite FOLDER [METASCHEMAS]"
            + " | descriptions FOLDER | pact-specification FOLDER"
    );
    return 2;
}
