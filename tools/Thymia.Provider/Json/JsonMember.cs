namespace Thymia.Provider.Json;

/// <summary>One member of a JSON object.</summary>
internal readonly record struct JsonMember(string Name, JsonValue Value);

internal static class JsonMembers
{
    /// <summary>The last member of that name, as most readers take it; an absent value if there is none.</summary>
    public static JsonValue Find(this IReadOnlyList<JsonMember> members, string name)
    {
        for (var i = members.Count - 1; i >= 0; i--)
        {
            if (string.Equals(members[i].Name, name, StringComparison.Ordinal))
            {
                return members[i].Value;
            }
        }

        return default;
    }
}
