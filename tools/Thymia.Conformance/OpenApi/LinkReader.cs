using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads the links of an answer; one that is malformed gives nothing.</summary>
internal sealed class LinkReader(JsonElement document)
{
    public IEnumerable<DocumentedLink> Of(Place response)
    {
        foreach (var (_, stated) in response.Child("links")?.Children() ?? [])
        {
            var link = stated.Follow(document);
            var parameters = (link.Child("parameters")?.Children() ?? [])
                .Where(p => p.Value.Json.ValueKind == JsonValueKind.String)
                .ToDictionary(p => NameOf(p.Name), p => p.Value.Json.GetString()!, StringComparer.Ordinal);
            var pointer = link.Text("operationRef") is { } reference ? JsonPointer.OfReference(reference) : null;
            if (parameters.Count > 0 && (link.Text("operationId") ?? pointer) is not null)
            {
                yield return new DocumentedLink(link.Text("operationId"), pointer, parameters);
            }
        }
    }

    // A name may say where the parameter stands: path.id.
    private static string NameOf(string name) =>
        name.StartsWith("path.", StringComparison.Ordinal) ? name["path.".Length..] : name;
}
