using System.Globalization;
using System.Text.RegularExpressions;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>Numbers as Python reads and writes them.</summary>
internal static partial class PythonNumber
{
    /// <summary>What <c>str()</c> gives for a JSON number, or for the NaN and Infinity of Python's reader.</summary>
    public static string Text(string json)
    {
        if (json is "NaN" or "Infinity" or "-Infinity")
        {
            return json.ToLowerInvariant().Replace("infinity", "inf", StringComparison.Ordinal);
        }

        if (json.AsSpan().IndexOfAny(".eE") < 0)
        {
            return json == "-0" ? "0" : json;
        }

        var number = double.Parse(json, CultureInfo.InvariantCulture);
        return double.IsInfinity(number)
            ? number > 0
                ? "inf"
                : "-inf"
            : Represent(number);
    }

    public static bool IsNaN(string text) => NotANumber().IsMatch(text);

    /// <summary>
    /// Whether <c>float()</c> takes the text: surrounding blanks, underscores and any decimal digits included.
    /// </summary>
    public static bool IsFloat(string text) => Float().IsMatch(text);

    /// <summary>A whole number of at most 64 bits.</summary>
    public static bool IsLong(JsonValue value) =>
        value.IsNumber
        && long.TryParse(value.Raw.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// The shortest digits that give the same number, in Python's layout: an exponent below 1e-4 and from 1e16 on.
    /// </summary>
    private static string Represent(double number)
    {
        var shortest = "";
        for (var digits = 0; digits <= 16; digits++)
        {
            var format = "E" + digits.ToString(CultureInfo.InvariantCulture);
            shortest = number.ToString(format, CultureInfo.InvariantCulture);
            if (double.Parse(shortest, CultureInfo.InvariantCulture).Equals(number))
            {
                break;
            }
        }

        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture);
        var sign = shortest[0] == '-' ? "-" : "";
        return sign + Lay(shortest[sign.Length..mark].Replace(".", "", StringComparison.Ordinal), exponent);
    }

    private static string Lay(string digits, int exponent)
    {
        if (exponent is < -4 or >= 16)
        {
            var rest = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{digits[0]}{rest}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }

        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        var whole = digits.PadRight(exponent + 1, '0');
        var fraction = whole[(exponent + 1)..];
        return whole[..(exponent + 1)] + "." + (fraction.Length == 0 ? "0" : fraction);
    }

    [GeneratedRegex(@"\A\s*[+-]?nan\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotANumber();

    [GeneratedRegex(
        @"\A\s*[+-]?(?:(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:e[+-]?\d(?:_?\d)*)?|inf|infinity)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Float();
}
