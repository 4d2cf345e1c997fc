using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Generation.Proving;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Benchmarks;

/// <summary>The shipped contract with its generator and guard.</summary>
internal sealed class Subject
{
    public Subject(ulong seed)
    {
        var description = RuleBook.WithRules(DescriptionReader.ShippedContract);
        var library = new SchemaLibrary(description);
        var operation = description.Operations[0];
        Generator = new CaseGenerator(
            description,
            operation,
            library,
            new Seed(seed),
            DocumentedExamples.For(operation, library)
        );
        Guard = new CaseGuard(library);
        Second = new SecondOpinion(description, library);
        EngineSchema = WithDefinitions(description.Document, operation.Body!.SchemaPointer);
    }

    public CaseGenerator Generator { get; }

    public CaseGuard Guard { get; }

    public SecondOpinion Second { get; }

    /// <summary>The body's schema as NJsonSchema reads it.</summary>
    public string EngineSchema { get; }

    /// <summary>
    /// The schema at that place as NJsonSchema reads it: it looks for named schemas in "definitions".
    /// </summary>
    public static string WithDefinitions(JsonElement document, string pointer)
    {
        var schema = JsonObject.Create(JsonPointer.Find(document, pointer)!.Value)!;
        schema["definitions"] = JsonObject.Create(document.GetProperty("components").GetProperty("schemas"));
        return schema.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }

    public IEnumerable<CasePlan> RandomPlans(int count) => Generator.Plan(count).Skip(Generator.Enumerated.Count);
}
