using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Generation;

/// <summary>
/// Examples that the contract's documentation gives outside the description: <c>payloads/{operationId}.json</c> among
/// the fixtures.
/// </summary>
public static class DocumentedExamples
{
    /// <summary>The fixtures that come with the suite.</summary>
    public static string ShippedFixtures => Path.Combine(AppContext.BaseDirectory, "fixtures");

    /// <summary>The example of an operation; null where there is none.</summary>
    /// <exception cref="UnusableInputException">The file is not JSON.</exception>
    public static JsonNode? For(Operation operation, string? fixtures = null)
    {
        var file = Path.Combine(fixtures ?? ShippedFixtures, "payloads", operation.Id + ".json");
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(
                "example-not-json", "the documented example is not JSON", $"{file}:{e.LineNumber + 1}", "mend it there", e);
        }
    }
}
