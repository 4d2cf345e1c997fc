using System.Runtime.InteropServices;
using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.Http;

internal sealed class NamesOnce : ICheck
{
    // Beyond that many members a set is quicker than comparing each with each.
    private const int FewMembers = 16;

    public CheckDescription Description { get; } =
        new()
        {
            Id = "names-once",
            Severity = Severity.Minor,
            Title = "no object of an answer has a name twice",
            Documentation =
                "Asked of every answer with JSON. Names within an object should be unique (RFC 8259, 4): where one "
                + "stands twice, some recipients take the first value and some the last. The first such object of an "
                + "answer "
                + "is the finding.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Body is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } body)
        {
            return CheckResult.DoesNotApply("the answer has no JSON object");
        }

        return Twice(body, "") is not { } place
            ? CheckResult.Holds
            : CheckResult.Broken(
                evidence.Finding(this, Places.InAnswer(place), "the name twice", "each name once", "RFC 8259, 4")
            );
    }

    private static string? Twice(JsonElement at, string pointer) =>
        at.ValueKind switch
        {
            JsonValueKind.Object => TwiceIn(at) is { } name
                ? JsonPointer.Append(pointer, name)
                : TwiceBelow(at, pointer),
            JsonValueKind.Array => TwiceInItems(at, pointer),
            _ => null,
        };

    private static string? TwiceBelow(JsonElement at, string pointer)
    {
        foreach (var member in at.EnumerateObject())
        {
            if (
                member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                && Twice(member.Value, JsonPointer.Append(pointer, member.Name)) is { } place
            )
            {
                return place;
            }
        }

        return null;
    }

    private static string? TwiceInItems(JsonElement at, string pointer)
    {
        var index = 0;
        foreach (var item in at.EnumerateArray())
        {
            if (Twice(item, $"{pointer}/{index++}") is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private static string? TwiceIn(JsonElement at)
    {
        if (at.GetPropertyCount() > FewMembers)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            return at.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => !names.Add(n));
        }

        var count = 0;
        foreach (var member in at.EnumerateObject())
        {
            var before = 0;
            foreach (var other in at.EnumerateObject())
            {
                if (before++ == count)
                {
                    break;
                }

                if (AreSame(other, member))
                {
                    return member.Name;
                }
            }

            count++;
        }

        return null;
    }

    // Only a name with escapes needs to become text.
    private static bool AreSame(JsonProperty one, JsonProperty other)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(other);
        return raw.Contains((byte)'\\') ? one.NameEquals(other.Name) : one.NameEquals(raw);
    }
}
