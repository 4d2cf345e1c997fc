using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Finds every <c>$ref</c> that leads nowhere within the document, or in a circle.</summary>
internal static class References
{
    /// <summary>
    /// The faults; each such reference is taken out of the document, so that the rest of it can be read.
    /// </summary>
    /// <param name="written">How references read in their files, by pointer, where that is otherwise.</param>
    public static IReadOnlyList<Fault> TakeOut(JsonObject root, IReadOnlyDictionary<string, string> written)
    {
        using var document = JsonDocument.Parse(
            root.ToJsonString(),
            new JsonDocumentOptions { MaxDepth = DepthLimits.Tree }
        );
        var schemas = DocumentTree.Schemas(root).Select(s => s.Pointer).ToHashSet(StringComparer.Ordinal);
        var haveNames = DocumentTree
            .Objects(root)
            .Any(o => o.Object["$id"] is JsonValue && IsInSchema(o.Pointer, schemas));
        var faults = new List<Fault>();
        foreach (var (holder, pointer) in DocumentTree.Objects(root).ToList())
        {
            if (
                holder["$ref"] is JsonValue value
                && value.TryGetValue<string>(out var target)
                && !(IsLeftToSchemas(target, haveNames) && IsInSchema(pointer, schemas))
                && Problem(document.RootElement, target) is (var problem, var hint)
            )
            {
                var place = JsonPointer.Append(pointer, "$ref");
                problem = written.TryGetValue(place, out var text)
                    ? problem.Replace($"'{target}'", $"'{text}'", StringComparison.Ordinal)
                    : problem;
                faults.Add(new Fault(place, "reference-not-resolved", problem, hint));
                holder.Remove("$ref");
            }
        }

        return faults;
    }

    // Schemas have names of their own ($id, $anchor), which the reader of schemas knows; it refuses what leads nowhere.
    private static bool IsLeftToSchemas(string target, bool haveNames) =>
        haveNames || !target.StartsWith("#/", StringComparison.Ordinal);

    private static bool IsInSchema(string pointer, HashSet<string> schemas)
    {
        for (var at = pointer; at.Length > 0; at = JsonPointer.Parent(at))
        {
            if (schemas.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Problem, string Hint)? Problem(JsonElement document, string reference)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = reference; ; )
        {
            if (JsonPointer.OfReference(at) is not { } pointer)
            {
                return ($"the reference '{at}' {Unreadable(at)}", HintFor(at));
            }

            if (JsonPointer.Find(document, pointer) is not { } target)
            {
                return ($"the reference '{at}' leads nowhere", "define it under components or correct its spelling");
            }

            if (!seen.Add(pointer))
            {
                return ($"the reference '{reference}' leads in a circle", "let one of the references state something");
            }

            if (!LeadsOn(target, out at))
            {
                return null;
            }
        }
    }

    // Siblings of a reference end no circle: the value would still have to be judged without end.
    private static bool LeadsOn(JsonElement target, out string reference)
    {
        reference = "";
        if (
            target.ValueKind != JsonValueKind.Object
            || !target.TryGetProperty("$ref", out var next)
            || next.ValueKind != JsonValueKind.String
        )
        {
            return false;
        }

        reference = next.GetString()!;
        return true;
    }

    private static string Unreadable(string reference) =>
        !reference.StartsWith('#') ? "leads out of the file"
        : reference.StartsWith("#/", StringComparison.Ordinal) ? "is no JSON Pointer"
        : "is not a path within the file";

    private static string HintFor(string reference) =>
        !reference.StartsWith('#') ? "bundle the description into one file first"
        : reference.StartsWith("#/", StringComparison.Ordinal) ? "write '~' as '~0' and '/' as '~1' in it"
        : "write it as a path, such as '#/components/schemas/Name'";
}
