using System.Globalization;
using System.Text.Json;

namespace Thymia.Conformance.Frameworks.FastApi;

/// <summary>What Pydantic makes of a value, where no pattern can state it.</summary>
internal static class PydanticReadings
{
    // Beyond this many seconds a number is taken as milliseconds.
    private const decimal Watershed = 20_000_000_000m;
    private const decimal SecondsPerDay = 86_400m;
    private const decimal FirstDay = -719_162m;
    private const decimal LastDay = 2_932_896m;

    /// <summary>Each with the name by which a tolerance rule asks for it.</summary>
    public static IReadOnlyDictionary<string, Func<string, JsonElement?, bool>> ByName { get; } =
        new Dictionary<string, Func<string, JsonElement?, bool>>(StringComparer.Ordinal)
        {
            ["whole-days"] = (text, _) => IsWholeDays(text),
            ["pairs"] = (_, value) => value is { } sent && IsPairs(sent),
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
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 0
        && value
            .EnumerateArray()
            .All(item =>
                item.ValueKind switch
                {
                    JsonValueKind.Array => item.GetArrayLength() == 2
                        && item[0].ValueKind is not (JsonValueKind.Array or JsonValueKind.Object),
                    JsonValueKind.String => new StringInfo(item.GetString()!).LengthInTextElements == 2,
                    JsonValueKind.Object => item.EnumerateObject().Count() == 2,
                    _ => false,
                }
            );
}
