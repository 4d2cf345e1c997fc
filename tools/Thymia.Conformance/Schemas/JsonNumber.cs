using System.Globalization;
using System.Numerics;

namespace Thymia.Conformance.Schemas;

/// <summary>
/// A JSON number of any size, exact: digits without trailing zeros, times a power of ten. So 1, 1.0 and 1e0 are the
/// same.
/// </summary>
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    // Beyond this no number differs from its neighbours in any way a schema could ask for.
    private const int FarthestExponent = 1_000_000_000;

    private readonly BigInteger _digits;
    private readonly int _exponent;
    private readonly int _length;

    private JsonNumber(ReadOnlySpan<char> digits, bool negative, long exponent)
    {
        digits = digits.TrimStart('0');
        var significant = digits.TrimEnd('0');
        _length = significant.Length;
        var magnitude = _length == 0
            ? BigInteger.Zero
            : BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        _digits = negative ? -magnitude : magnitude;
        _exponent = _length == 0
            ? 0
            : (int)Math.Clamp(exponent + digits.Length - _length, -FarthestExponent, FarthestExponent);
    }

    /// <summary>True where nothing stands behind the decimal point but zeros.</summary>
    public bool IsWhole => _exponent >= 0;

    /// <summary>Null where it has more digits than a decimal holds.</summary>
    public decimal? AsDecimal
    {
        get
        {
            if (_length > 28 || _length + _exponent is > 28 or < -28 || _exponent < -28)
            {
                return null;
            }

            return decimal.Parse(string.Create(CultureInfo.InvariantCulture, $"{_digits}e{_exponent}"),
                NumberStyles.Float, CultureInfo.InvariantCulture);
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
            : new JsonNumber(string.Concat(mantissa[..point], mantissa[(point + 1)..]), negative,
                exponent - (mantissa.Length - point - 1));
    }

    public static JsonNumber Of(long value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    public int CompareTo(JsonNumber other)
    {
        var signs = _digits.Sign.CompareTo(other._digits.Sign);
        if (signs != 0 || _digits.IsZero)
        {
            return signs;
        }

        // The one with its first digit further to the left is the greater in size; else align them, by few digits.
        var order = ((long)_length + _exponent).CompareTo((long)other._length + other._exponent);
        if (order != 0)
        {
            return order * _digits.Sign;
        }

        var shift = _exponent - other._exponent;
        return (_digits * BigInteger.Pow(10, Math.Max(0, shift))).CompareTo(
            other._digits * BigInteger.Pow(10, Math.Max(0, -shift)));
    }

    /// <param name="step">Greater than zero.</param>
    public bool IsMultipleOf(JsonNumber step)
    {
        var shift = (long)_exponent - step._exponent;

        // Digits end in no zero, so a number that reaches further behind the point is no multiple.
        return _digits.IsZero
            || (shift >= 0 && (_digits * BigInteger.ModPow(10, shift, step._digits) % step._digits).IsZero);
    }

    public static bool operator <(JsonNumber left, JsonNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(JsonNumber left, JsonNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(JsonNumber left, JsonNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(JsonNumber left, JsonNumber right) => left.CompareTo(right) >= 0;

    private static long Exponent(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -FarthestExponent, FarthestExponent)
            : text[0] == '-' ? -FarthestExponent : FarthestExponent;
}
