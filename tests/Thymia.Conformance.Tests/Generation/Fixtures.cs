using System.Collections.Concurrent;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>The descriptions that generation is tried on.</summary>
internal static class Fixtures
{
    public const string Contract = "thymia-voice-agent.openapi.yaml";

    private static readonly ConcurrentDictionary<
        (string File, ulong Seed),
        Lazy<(IReadOnlyList<CaseGenerator> Generators, CaseGuard Guard)>
    > Loaded = new();

    public static string[] All { get; } = [Contract, "clinic-3.0.yaml", "workshop-3.1.yaml", "library-3.1.yaml"];

    public static string PathOf(string file) =>
        file == Contract
            ? DescriptionReader.ShippedContract
            : Path.Combine(DocumentedExamples.ShippedFixtures, "descriptions", file);

    /// <summary>
    /// A description with one generator for each of its operations, and the guard; made once, since none of it changes.
    /// </summary>
    public static (IReadOnlyList<CaseGenerator> Generators, CaseGuard Guard) Load(string file, ulong seed = 1) =>
        Loaded
            .GetOrAdd((file, seed), static key => new(() => Load(RuleBook.WithRules(PathOf(key.File)), key.Seed)))
            .Value;

    public static (IReadOnlyList<CaseGenerator> Generators, CaseGuard Guard) Load(
        ApiDescription description,
        ulong seed = 1
    )
    {
        var library = new SchemaLibrary(description);
        return (
            [
                .. description.Operations.Select(o => new CaseGenerator(
                    description,
                    o,
                    library,
                    new Seed(seed),
                    DocumentedExamples.For(o, library)
                )),
            ],
            new CaseGuard(library)
        );
    }

    public static IEnumerable<TestCase> Cases(string file, ulong seed = 1, int random = 0) =>
        Load(file, seed).Generators.SelectMany(g => g.Plan(random)).Select(p => p.Make());

    /// <summary>Everything of a case that reaches the wire, as one text.</summary>
    public static string Wire(TestCase testCase)
    {
        var request = testCase.Request;
        var body = request.Body is { } bytes ? Encoding.Latin1.GetString(bytes.Span) : "(none)";
        var headers = string.Join(';', request.Headers.Select(h => $"{h.Key}={h.Value}"));
        return $"{request.Method} {request.Target} {headers} {request.ContentType} {request.Key} {body}";
    }
}
