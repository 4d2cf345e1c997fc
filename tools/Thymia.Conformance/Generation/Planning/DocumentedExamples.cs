using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>
/// Examples that the contract's documentation gives outside the description: <c>payloads/{operationId}.json</c> among
/// the fixtures.
/// </summary>
public static class DocumentedExamples
{
    /// <summary>The fixtures that come with the suite.</summary>
    public static string ShippedFixtures => Path.Combine(AppContext.BaseDirectory, "fixtures");

    /// <summary>The example of an operation's body; null where there is none that honours the body's schema.</summary>
    /// <exception cref="UnusableInputException">The file is not JSON.</exception>
    public static JsonNode? For(Operation operation, SchemaLibrary library, string? fixtures = null)
    {
        // An id is any text, and must not lead out of the folder.
        var name = operation.Id + ".json";
        var file = Path.Combine(fixtures ?? ShippedFixtures, "payloads", name);
        if (operation.Body is not { } body || Path.GetFileName(name) != name || !File.Exists(file))
        {
            return null;
        }

        try
        {
            // A description of the same name may have changed since.
            var bytes = File.ReadAllBytes(file);
            var example = JsonNode.Parse(bytes);
            return library.At(body.SchemaPointer).Check(bytes).Count == 0 ? example : null;
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(
                "example-not-json",
                "the documented example is not JSON",
                $"{file}:{e.LineNumber + 1}",
                "mend it there",
                e
            );
        }
    }
}
