using System.Globalization;
using System.Text.Json;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>Conditions on a value that no pattern can state.</summary>
internal static class Readings
{
    // Beyond this many seconds a number is taken as milliseconds.
    private const decimal Watershed = 20_000_000_000m;
    private const decimal SecondsPerDay = 86_400m;
    private const decimal FirstDay = -719_162m;
    private const decimal LastDay = 2_932_896m;

    public static bool Holds(string reading, BrokenInput input) => reading switch
    {
        "whole-days" => IsWholeDays(input.Text),
        "pairs" => input.Mutation.NewValue is { } value && IsPairs(value),
        _ => false,
    };

    private static bool IsWholeDays(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var days = number / (Math.Abs(number) > Watershed ? SecondsPerDay * 1000 : SecondsPerDay);
        return decimal.Truncate(days) == days && days is >= FirstDay and <= LastDay;
    }

    // What Python's dict() takes: pairs as arrays, as text of two characters, as objects of two members; the first
    // hashable.
    private static bool IsPairs(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
            && value.EnumerateArray().All(item => item.ValueKind switch
        {
            JsonValueKind.Array => item.GetArrayLength() == 2
                && item[0].ValueKind is not (JsonValueKind.Array or JsonValueKind.Object),
            JsonValueKind.String => new StringInfo(item.GetString()!).LengthInTextElements == 2,
            JsonValueKind.Object => item.EnumerateObject().Count() == 2,
            _ => false,
        });
}
