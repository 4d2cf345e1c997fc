using System.Text;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// What Python's <c>dict()</c>, and so pydantic v1, takes for an object besides one: empty text, and a list of which
/// every element has two parts, the first fit to be a key.
/// </summary>
internal static class PythonPairs
{
    /// <summary>The members; null if the value is none of these.</summary>
    public static IReadOnlyList<JsonMember>? Of(JsonValue value)
    {
        if (value.AsText() is { Length: 0 })
        {
            return [];
        }

        if (!value.IsArray)
        {
            return null;
        }

        var members = new List<JsonMember>();
        foreach (var element in value.Elements())
        {
            if (Pair(element) is not { } member)
            {
                return null;
            }

            members.RemoveAll(earlier => earlier.Name == member.Name);
            members.Add(member);
        }

        return members;
    }

    /// <summary>The JSON object that such a value becomes.</summary>
    public static byte[] Write(JsonValue value)
    {
        var members = (Of(value) ?? []).Select(member =>
            JsonStrings.Encode(member.Name) + ":" + Encoding.UTF8.GetString(member.Value.Raw.Span)
        );
        return Encoding.UTF8.GetBytes("{" + string.Join(',', members) + "}");
    }

    private static JsonMember? Pair(JsonValue element)
    {
        if (element.Elements() is [var key, var value])
        {
            return PythonText.Of(key) is { } name ? new JsonMember(name, value) : null;
        }

        if (element.AsText() is { } text && text.EnumerateRunes().ToArray() is [var first, var second])
        {
            return new JsonMember(first.ToString(), Quoted(second.ToString()));
        }

        return element.Members().Select(member => member.Name).Distinct().ToArray() is [var left, var right]
            ? new JsonMember(left, Quoted(right))
            : null;
    }

    private static JsonValue Quoted(string text) => JsonText.Of(JsonStrings.Encode(text));
}
