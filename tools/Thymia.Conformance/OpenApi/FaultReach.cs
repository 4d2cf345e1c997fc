using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>
/// Which operations a fault touches: those that lead to its place through anything but their answers and callbacks,
/// since an answer that cannot be judged leaves the requests as they are.
/// </summary>
internal sealed class FaultReach(JsonElement document)
{
    private static readonly string[] Apart = ["responses", "callbacks"];

    /// <summary>The faults that touch the operation.</summary>
    public IReadOnlyList<Fault> Of(Operation operation, IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0)
        {
            return [];
        }

        var roots = Roots(operation);
        return [.. faults.Where(f => IsOf(operation, f.Pointer) || roots.Any(r => IsWithin(f.Pointer, r)))];
    }

    /// <summary>
    /// The first fault at the value at a JSON Pointer, in it or where it leads; null where there is none.
    /// </summary>
    public Fault? From(string pointer, IReadOnlyList<Fault> faults)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { pointer };
        if (JsonPointer.Find(document, pointer) is { } value)
        {
            Follow(value, found);
        }

        return faults.FirstOrDefault(f => found.Any(r => IsWithin(f.Pointer, r)));
    }

    // At the operation or above it, or in it and not in what stands apart.
    private static bool IsOf(Operation operation, string pointer) =>
        pointer.StartsWith("/paths/", StringComparison.Ordinal)
        && (
            IsWithin(operation.Pointer, pointer)
            || IsWithin(pointer, operation.PathPointer + "/parameters")
            || (IsWithin(pointer, operation.Pointer) && !Apart.Any(a => IsWithin(pointer, $"{operation.Pointer}/{a}")))
        );

    private static bool IsWithin(string pointer, string root) =>
        pointer.StartsWith(root, StringComparison.Ordinal)
        && (pointer.Length == root.Length || pointer[root.Length] == '/');

    // Every place that a reference on the way leads to.
    private HashSet<string> Roots(Operation operation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var path = operation.PathPointer;
        if (JsonPointer.Find(document, operation.Pointer) is { ValueKind: JsonValueKind.Object } own)
        {
            foreach (var part in own.EnumerateObject().Where(p => !Apart.Contains(p.Name)))
            {
                Follow(part.Value, found);
            }
        }

        if (JsonPointer.Find(document, path + "/parameters") is { } shared)
        {
            Follow(shared, found);
        }

        return found;
    }

    private void Follow(JsonElement at, HashSet<string> found)
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in at.EnumerateObject())
                {
                    if (
                        member.NameEquals("$ref")
                        && member.Value.ValueKind == JsonValueKind.String
                        && JsonPointer.OfReference(member.Value.GetString()!) is { } pointer
                    )
                    {
                        if (found.Add(pointer) && JsonPointer.Find(document, pointer) is { } target)
                        {
                            Follow(target, found);
                        }
                    }
                    else
                    {
                        Follow(member.Value, found);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in at.EnumerateArray())
                {
                    Follow(item, found);
                }

                break;
            default:
                break;
        }
    }
}
