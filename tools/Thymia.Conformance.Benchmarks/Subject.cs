using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Benchmarks;

/// <summary>The shipped contract with its generator and guard.</summary>
internal sealed class Subject
{
    public Subject(ulong seed)
    {
        var description = DescriptionReader.Read(DescriptionReader.ShippedContract);
        var library = new SchemaLibrary(description);
        var operation = description.Operations[0];
        Generator = new CaseGenerator(description, operation, library, new Seed(seed), DocumentedExamples.For(operation));
        Guard = new CaseGuard(library);
        EngineSchema = new EngineDocument(new SchemaReader(description, new HashSet<string>())).Write(operation.Body!.SchemaPointer);
    }

    public CaseGenerator Generator { get; }

    public CaseGuard Guard { get; }

    /// <summary>The body's schema as NJsonSchema reads it.</summary>
    public string EngineSchema { get; }

    public IEnumerable<CasePlan> RandomPlans(int count) => Generator.Plan(count).Skip(Generator.Enumerated.Count);
}
