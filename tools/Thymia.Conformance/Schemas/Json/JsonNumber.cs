using System.Globalization;
using System.Numerics;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>
/// A JSON number of any size, exact: digits without trailing zeros, times a power of ten. So 1, 1.0 and 1e0 are the
/// same.
/// </summary>
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    // Beyond this no number differs from its neighbours in any way a schema could ask for.
    private const int FarthestExponent = 1_000_000_000;

    // Kept as text: to turn a million digits into a number takes time that grows with their square.
    private readonly string _digits;
    private readonly bool _isNegative;
    private readonly int _exponent;

    private JsonNumber(ReadOnlySpan<char> digits, bool negative, long exponent)
    {
        digits = digits.TrimStart('0');
        _digits = digits.TrimEnd('0').ToString();
        _isNegative = negative && _digits.Length > 0;
        _exponent =
            _digits.Length == 0
                ? 0
                : (int)Math.Clamp(exponent + digits.Length - _digits.Length, -FarthestExponent, FarthestExponent);
    }

    /// <summary>True where nothing stands behind the decimal point but zeros.</summary>
    public bool IsWhole => _exponent >= 0;

    /// <summary>Null where it has more digits than a decimal holds.</summary>
    public decimal? AsDecimal
    {
        get
        {
            if (_digits.Length > 28 || _digits.Length + _exponent is > 28 or < -28 || _exponent < -28)
            {
                return null;
            }

            var text = $"{(_isNegative ? "-" : "")}0{_digits}e{_exponent.ToString(CultureInfo.InvariantCulture)}";
            return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }

    /// <param name="json">A number as JSON spells it.</param>
    public static JsonNumber Parse(ReadOnlySpan<char> json)
    {
        var negative = json[0] == '-';
        var text = negative ? json[1..] : json;
        var e = text.IndexOfAny('e', 'E');
        var mantissa = e < 0 ? text : text[..e];
        var exponent = e < 0 ? 0 : Exponent(text[(e + 1)..]);
        var point = mantissa.IndexOf('.');
        return point < 0
            ? new JsonNumber(mantissa, negative, exponent)
            : new JsonNumber(
                string.Concat(mantissa[..point], mantissa[(point + 1)..]),
                negative,
                exponent - (mantissa.Length - point - 1)
            );
    }

    public static JsonNumber Of(long value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    public int CompareTo(JsonNumber other)
    {
        var signs = Sign.CompareTo(other.Sign);
        return signs != 0 ? signs : Sign * CompareSize(other);
    }

    /// <param name="step">Greater than zero.</param>
    public bool IsMultipleOf(JsonNumber step)
    {
        var shift = (long)_exponent - step._exponent;

        // Digits end in no zero, so a number that reaches further behind the point is no multiple.
        return Sign == 0
            || (shift >= 0 && IsMultipleOf(BigInteger.Parse(step._digits, CultureInfo.InvariantCulture), shift));
    }

    public static bool operator <(JsonNumber left, JsonNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(JsonNumber left, JsonNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(JsonNumber left, JsonNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(JsonNumber left, JsonNumber right) => left.CompareTo(right) >= 0;

    private int Sign =>
        _digits.Length == 0 ? 0
        : _isNegative ? -1
        : 1;

    // The first digit that stands further to the left decides; where both start at one place, the digits are in order.
    private int CompareSize(JsonNumber other)
    {
        var order = ((long)_digits.Length + _exponent).CompareTo((long)other._digits.Length + other._exponent);
        return order != 0 ? order : string.CompareOrdinal(_digits, other._digits);
    }

    // Digit by digit, as by hand: only the remainder is ever held.
    private bool IsMultipleOf(BigInteger step, long shift)
    {
        var rest = BigInteger.Zero;
        foreach (var part in _digits.Chunk(18))
        {
            var value = long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            rest = ((rest * BigInteger.Pow(10, part.Length)) + value) % step;
        }

        return (rest * BigInteger.ModPow(10, shift, step) % step).IsZero;
    }

    private static long Exponent(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -FarthestExponent, FarthestExponent)
        : text[0] == '-' ? -FarthestExponent
        : FarthestExponent;
}
