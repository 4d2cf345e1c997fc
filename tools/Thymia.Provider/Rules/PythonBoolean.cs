using System.Globalization;
using System.Text;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>What both versions of pydantic take for a boolean besides true and false.</summary>
internal static class PythonBoolean
{
    private static readonly HashSet<string> Words = new(
        ["0", "1", "on", "off", "t", "f", "true", "false", "y", "n", "yes", "no"],
        StringComparer.OrdinalIgnoreCase
    );

    public static bool IsWord(JsonValue value) => value.AsText() is { } text && Words.Contains(text);

    /// <summary>As a whole number or as a float.</summary>
    public static bool IsZeroOrOne(JsonValue value) =>
        value is { IsNumber: true, HasNonFinite: false }
        && double.Parse(Encoding.ASCII.GetString(value.Raw.Span), CultureInfo.InvariantCulture) is var number
        && (number.Equals(0) || number.Equals(1));
}
