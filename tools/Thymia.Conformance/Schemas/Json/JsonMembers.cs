using System.Text.Json;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>An object's properties, of those with the same name the last, as most readers have it.</summary>
internal static class JsonMembers
{
    public static IReadOnlyDictionary<string, JsonElement> Of(JsonElement map)
    {
        var members = new OrderedDictionary<string, JsonElement>(map.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }
}
