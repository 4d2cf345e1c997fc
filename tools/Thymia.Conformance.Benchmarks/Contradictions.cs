using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// Counts cases that are not what they say: every operation of the shipped contract and of the descriptions among the
/// fixtures, all enumerated cases and some random ones, for each of many seeds.
/// </summary>
internal static class Contradictions
{
    private const int Random = 50;
    private const int Shown = 20;

    public static int Run(int seeds)
    {
        var folder = Path.Combine(DocumentedExamples.ShippedFixtures, "descriptions");
        var files = Directory
            .GetFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Prepend(DescriptionReader.ShippedContract);
        Console.WriteLine($"{"description", -34} {"seeds", 6} {"cases", 10} {"contradictions", 15}");
        var found = files.Sum(f => Count(f, seeds));
        Console.WriteLine($"{found} contradictions (goal: 0)");
        return found == 0 ? 0 : 1;
    }

    private static int Count(string file, int seeds)
    {
        var description = DescriptionReader.Read(file);
        var library = new SchemaLibrary(description);
        var (cases, found) = (0, 0);
        Parallel.For(1, seeds + 1, seed =>
        {
            var guard = new CaseGuard(library);
            foreach (var testCase in Cases(description, library, new Seed((ulong)seed)))
            {
                Interlocked.Increment(ref cases);
                if (guard.Contradiction(testCase) is { } contradiction && Interlocked.Increment(ref found) <= Shown)
                {
                    Console.WriteLine($"seed {seed}, {testCase.Id}: {contradiction}");
                }
            }
        });
        Console.WriteLine($"{Path.GetFileName(file), -34} {seeds, 6} {cases, 10} {found, 15}");
        return found;
    }

    private static IEnumerable<TestCase> Cases(ApiDescription description, SchemaLibrary library, Seed seed) =>
        from operation in description.Operations
        from plan in new CaseGenerator(
            description,
            operation,
            library,
            seed,
            DocumentedExamples.For(operation, library)
        ).Plan(Random)
        select plan.Make();
}
