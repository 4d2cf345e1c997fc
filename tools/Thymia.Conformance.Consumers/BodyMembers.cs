using System.Text.Json;

namespace Thymia.Conformance.Consumers;

/// <summary>Whether a body has the members that a test expects; it may have more.</summary>
internal static class BodyMembers
{
    /// <summary>The first place that differs, as a clause; null where all are there.</summary>
    public static string? Difference(JsonElement expected, JsonElement? actual, string place = "")
    {
        if (actual is not { } value)
        {
            return $"at {Shown(place)} found nothing, expected {expected.GetRawText()}";
        }

        if (expected.ValueKind != JsonValueKind.Object || value.ValueKind != JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(expected, value)
                ? null
                : $"at {Shown(place)} found {value.GetRawText()}, expected {expected.GetRawText()}";
        }

        return expected
            .EnumerateObject()
            .Select(m =>
                Difference(m.Value, value.TryGetProperty(m.Name, out var found) ? found : null, $"{place}/{m.Name}")
            )
            .FirstOrDefault(d => d is not null);
    }

    private static string Shown(string place) => place.Length == 0 ? "its root" : place;
}
