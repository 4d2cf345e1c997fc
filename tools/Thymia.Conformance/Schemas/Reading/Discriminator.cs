using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>The property whose value names the branch of a choice (OpenAPI, Discriminator Object).</summary>
internal sealed class Discriminator
{
    /// <summary>In the pointers of what a discriminator adds, which stands nowhere in the description.</summary>
    public const string Segment = "/discriminator/";

    private readonly Dictionary<int, List<string>> _names = [];

    private Discriminator(string propertyName) => PropertyName = propertyName;

    public string PropertyName { get; }

    /// <summary>Null where the schema has none beside that choice.</summary>
    /// <param name="keyword"><c>oneOf</c> or <c>anyOf</c>.</param>
    public static Discriminator? Of(SchemaReader reader, SchemaPart part, string keyword)
    {
        if (
            !part.Says("discriminator", JsonValueKind.Object)
            || !part.Has(keyword)
            || !part.Child("discriminator").Says("propertyName", JsonValueKind.String)
        )
        {
            return null;
        }

        var stated = part.Child("discriminator");
        var found = new Discriminator(stated.Json.GetProperty("propertyName").GetString()!);
        foreach (var (branch, index) in part.Branches(keyword).Select((b, i) => (b, i)))
        {
            if (branch.Says("$ref", JsonValueKind.String) && reader.Resolve(branch) is { } target)
            {
                var names = Names(reader, part, stated, target.Pointer);
                found._names[index] =
                    Members(target, found.PropertyName) is { Count: > 0 } members && !names.Exists(members.Contains)
                        ? members
                        : names;
            }
        }

        return found;
    }

    /// <summary>The values that name a branch; none for one that has no name.</summary>
    public IReadOnlyList<string> Names(int branch) => _names.TryGetValue(branch, out var names) ? names : [];

    /// <summary>The branch that an object names; null where it names none.</summary>
    public int? BranchOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty(PropertyName, out var name)
        && name.ValueKind == JsonValueKind.String
        && _names.FirstOrDefault(n => n.Value.Contains($"{name}")) is { Value: not null } found
            ? found.Key
            : null;

    /// <summary>What the discriminator adds to a branch: the property, with one of the branch's names.</summary>
    public SchemaPart? Demand(SchemaPart part, int branch) =>
        Names(branch) is { Count: > 0 } names
            ? new SchemaPart(
                JsonSerializer.SerializeToElement(
                    new Dictionary<string, object>
                    {
                        ["required"] = new[] { PropertyName },
                        ["properties"] = new Dictionary<string, object>
                        {
                            [PropertyName] = new Dictionary<string, object> { ["enum"] = names },
                        },
                    }
                ),
                $"{part.Pointer}{Segment}{branch}"
            )
            : null;

    private static List<string> Names(SchemaReader reader, SchemaPart part, SchemaPart stated, string target)
    {
        var mapped = stated
            .Names("mapping")
            .Where(n =>
                stated.Json.GetProperty("mapping").GetProperty(n) is { ValueKind: JsonValueKind.String } to
                && Leads(reader, part, to.GetString()!, target)
            )
            .ToList();
        return mapped.Count > 0 ? mapped : [JsonPointer.Segments(target)[^1]];
    }

    // A mapping may lead to schemas that are no branches; what the property of a branch must be is its name then.
    private static List<string> Members(SchemaPart branch, string property)
    {
        if (
            !branch.Says("properties", JsonValueKind.Object)
            || !branch.Json.GetProperty("properties").TryGetProperty(property, out var stated)
            || stated.ValueKind != JsonValueKind.Object
        )
        {
            return [];
        }

        var members = new List<JsonElement>();
        if (stated.TryGetProperty("const", out var only))
        {
            members.Add(only);
        }
        else if (stated.TryGetProperty("enum", out var all) && all.ValueKind == JsonValueKind.Array)
        {
            members.AddRange(all.EnumerateArray());
        }

        return [.. members.Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()!)];
    }

    // A mapping leads to a schema by reference or by name.
    private static bool Leads(SchemaReader reader, SchemaPart part, string to, string target) =>
        target == "/components/schemas/" + JsonPointer.Escape(to)
        || reader.Resources.Resolve(part.Pointer, to) == target;
}
