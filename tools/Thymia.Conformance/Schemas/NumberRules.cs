using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Kind = NJsonSchema.Validation.ValidationErrorKind;

namespace Thymia.Conformance.Schemas;

/// <summary>Bounds and <c>multipleOf</c>, exact within 28 digits and by double beyond.</summary>
internal static class NumberRules
{
    public static IEnumerable<Kind> Judge(JValue token, JsonSchema schema) =>
        AsDecimal(WideInteger.ValueOf(token)) is { } exact
            ? Exact(exact, schema)
            : Rough(AsDouble(WideInteger.ValueOf(token)), schema);

    private static IEnumerable<Kind> Exact(decimal value, JsonSchema schema)
    {
        if (value < schema.Minimum || value <= schema.ExclusiveMinimum)
        {
            yield return Kind.NumberTooSmall;
        }

        if (value > schema.Maximum || value >= schema.ExclusiveMaximum)
        {
            yield return Kind.NumberTooBig;
        }

        if (schema.MultipleOf is { } step && value % step != 0)
        {
            yield return Kind.NumberNotMultipleOf;
        }
    }

    private static IEnumerable<Kind> Rough(double value, JsonSchema schema)
    {
        if (value < (double?)schema.Minimum || value <= (double?)schema.ExclusiveMinimum)
        {
            yield return Kind.NumberTooSmall;
        }

        if (value > (double?)schema.Maximum || value >= (double?)schema.ExclusiveMaximum)
        {
            yield return Kind.NumberTooBig;
        }

        if (schema.MultipleOf is { } step && Math.IEEERemainder(value, (double)step) != 0)
        {
            yield return Kind.NumberNotMultipleOf;
        }
    }

    private static decimal? AsDecimal(object value) => value switch
    {
        long l => l,
        decimal d => d,
        BigInteger b when BigInteger.Abs(b) <= (BigInteger)decimal.MaxValue => (decimal)b,
        _ => null,
    };

    private static double AsDouble(object value) =>
        value is BigInteger big ? (double)big : Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
