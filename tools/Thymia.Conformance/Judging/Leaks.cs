using System.Text;
using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging;

/// <summary>Finds what of a request comes back where it should not.</summary>
internal static class Leaks
{
    /// <summary>Where in the answer's body one of the values stands, with what it is there.</summary>
    public static IEnumerable<(string Pointer, string What)> InBody(Evidence evidence, List<Secret> values)
    {
        const string What = "personal data of the request";

        // Nearly every answer holds none, and its text is searched faster than its tree.
        return !SecretText.Holds(Encoding.UTF8.GetString(evidence.Answer.Body.Span), values) ? []
            : evidence.Body is { } body
                ? In(body, "", evidence.Schema?.Root, evidence.IsSuccess ? evidence.RequestBody : null, values)
                    .Select(p => (p, What))
            : [("", What)];
    }

    /// <summary>
    /// Members of an accepted request's answer that its schema does not declare and that are as they were sent; null
    /// where there are none.
    /// </summary>
    public static List<string>? Undeclared(Evidence evidence)
    {
        List<string>? found = null;
        if (evidence is { IsSuccess: true, Schema: { } schema, Body: { } answer, RequestBody: { } request })
        {
            AddUndeclared(answer, request, schema.Root, ref found);
        }

        return found;
    }

    private static IEnumerable<string> In(
        JsonElement at,
        string pointer,
        SchemaNode? node,
        JsonElement? sent,
        List<Secret> values
    )
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Object:
                return at.EnumerateObject()
                    .SelectMany(p =>
                        In(
                            p.Value,
                            JsonPointer.Append(pointer, p.Name),
                            node?.Property(p.Name),
                            IsDeclared(node, p.Name) ? MemberOf(sent, p.Name) : null,
                            values
                        )
                    );
            case JsonValueKind.Array:
                return at.EnumerateArray()
                    .Zip(ItemsOf(sent))
                    .SelectMany((p, i) => In(p.First, $"{pointer}/{i}", node?.Items, p.Second, values));
            case JsonValueKind.String or JsonValueKind.Number:
                return SecretText.Holds(at.ToString(), values) && !IsRightThere(at, node, sent) ? [pointer] : [];
            default:
                return [];
        }
    }

    // A time of its own may fall on a day of birth, and what was sent at the same place is an echo.
    private static bool IsRightThere(JsonElement at, SchemaNode? node, JsonElement? sent) =>
        node?.Format is "date-time" or "uuid" || (sent is { } value && JsonElement.DeepEquals(at, value));

    private static void AddUndeclared(JsonElement answer, JsonElement request, SchemaNode node, ref List<string>? found)
    {
        if (
            answer.ValueKind != JsonValueKind.Object
            || request.ValueKind != JsonValueKind.Object
            || node.Properties.Count == 0
        )
        {
            return;
        }

        foreach (var member in answer.EnumerateObject())
        {
            var declared = node.Property(member.Name);

            // Few are either undeclared or declared in parts, and only those are looked for in the request.
            if (declared is { Properties.Count: 0 } || !request.TryGetProperty(member.Name, out var sent))
            {
                continue;
            }

            if (declared is not null)
            {
                var before = found?.Count ?? 0;
                AddUndeclared(member.Value, sent, declared, ref found);
                for (var i = before; i < found?.Count; i++)
                {
                    found[i] = JsonPointer.Append("", member.Name) + found[i];
                }
            }
            else if (member.Value.ValueKind != JsonValueKind.Null && JsonElement.DeepEquals(member.Value, sent))
            {
                (found ??= []).Add(JsonPointer.Append("", member.Name));
            }
        }
    }

    // Inside an object whose members the schema leaves open, every member is.
    private static bool IsDeclared(SchemaNode? node, string name) =>
        node is null || node.Properties.Count == 0 || node.Property(name) is not null;

    // As many as anybody asks for: to index an element walks the list from its beginning.
    private static IEnumerable<JsonElement?> ItemsOf(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var item in list.EnumerateArray())
            {
                yield return item;
            }
        }

        while (true)
        {
            yield return null;
        }
    }

    private static JsonElement? MemberOf(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var member) ? member : null;
}
