using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Consumers;

/// <summary>The shipped contract, read once for all tests of a process.</summary>
internal sealed class ConsumerContract
{
    private static readonly Lazy<ConsumerContract> Read = new(() => new ConsumerContract());

    private ConsumerContract()
    {
        var description = DescriptionReader.Read(DescriptionReader.ShippedContract);
        Operations = description.Operations;
        Schemas = new SchemaLibrary(description);
    }

    public static ConsumerContract Shipped => Read.Value;

    public IReadOnlyList<Operation> Operations { get; }

    public SchemaLibrary Schemas { get; }

    /// <summary>The operation that documents a method on a path; null where none does.</summary>
    public Operation? Find(string method, string path) =>
        Operations.FirstOrDefault(o =>
            o.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && o.Template.Matches(path)
        );

    public JsonNode? ExampleOf(Operation operation) => DocumentedExamples.For(operation, Schemas);
}
