using System.Globalization;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1e2", "100", 0)]
    [InlineData("1.20", "12e-1", 0)]
    [InlineData("0", "-0.00e5", 0)]
    [InlineData("-1", "0", -1)]
    [InlineData("-2", "-1", -1)]
    [InlineData("-1e5", "-1e6", 1)]
    [InlineData("9", "10", -1)]
    [InlineData("0.1", "0.10000000000000000000000000000000000001", -1)]
    [InlineData("1e1000000000000", "1e400", 1)]
    [InlineData("1e-1000000000000", "0", 1)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891", -1)]
    public void Compares_by_value(string a, string b, int order)
    {
        Assert.Equal(order, Math.Sign(JsonNumber.Parse(a).CompareTo(JsonNumber.Parse(b))));
        Assert.Equal(-order, Math.Sign(JsonNumber.Parse(b).CompareTo(JsonNumber.Parse(a))));
        Assert.Equal(order == 0, JsonNumber.Parse(a) == JsonNumber.Parse(b));
    }

    [Fact]
    public void Takes_no_time_for_a_number_of_a_million_digits()
    {
        // Parsed as one number this takes minutes; the time is no part of the test, only whether it comes to an end.
        var digits = new string('7', Sweep.Of(2_000_000, 20_000_000));

        Assert.True(JsonNumber.Parse(digits) < JsonNumber.Parse(digits + ".1"));
        Assert.True(JsonNumber.Parse("-" + digits).IsMultipleOf(JsonNumber.Of(7)));
        Assert.False(JsonNumber.Parse(digits + "1").IsMultipleOf(JsonNumber.Of(7)));
    }

    [Theory]
    [InlineData("7.5", "2.5", true)]
    [InlineData("-7.5", "2.5", true)]
    [InlineData("0.07", "0.01", true)]
    [InlineData("0.075", "0.01", false)]
    [InlineData("5e30", "2e-3", true)]
    [InlineData("10", "4", false)]
    [InlineData("0", "3", true)]
    [InlineData("123456789012345678901234567890", "12345678901234567890123456789", true)]
    [InlineData("123456789012345678901234567891", "12345678901234567890123456789", false)]
    public void Knows_a_multiple(string number, string step, bool isOne) =>
        Assert.Equal(isOne, JsonNumber.Parse(number).IsMultipleOf(JsonNumber.Parse(step)));

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("-1e2", "-100")]
    [InlineData("0.0000001", "0.0000001")]
    [InlineData("1e27", "1000000000000000000000000000")]
    [InlineData("0e9", "0")]
    [InlineData("1e28", null)]
    [InlineData("1e-29", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    public void Becomes_a_decimal_where_that_holds_every_digit(string json, string? value)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            Assert.Equal(
                value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture),
                JsonNumber.Parse(json).AsDecimal
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
