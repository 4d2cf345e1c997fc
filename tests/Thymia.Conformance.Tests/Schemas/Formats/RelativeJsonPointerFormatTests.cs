using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class RelativeJsonPointerFormatTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("120")]
    [InlineData("0#")]
    [InlineData("1#")]
    [InlineData("0/")]
    [InlineData("0//")]
    [InlineData("0/foo/bar")]
    [InlineData("2/0/baz/1/zip")]
    [InlineData("120/foo")]
    [InlineData("0/a~0b~1c")]
    [InlineData("0/ ")]
    // With a shift of the index.
    [InlineData("0+1")]
    [InlineData("0-1")]
    [InlineData("0-1#")]
    [InlineData("1+10/foo")]
    public void Accepts_a_relative_json_pointer(string text) => Assert.True(RelativeJsonPointerFormat.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("/foo")]
    [InlineData("#")]
    [InlineData("-1/foo")]
    [InlineData("+1/foo")]
    [InlineData("01")]
    [InlineData("01/a")]
    [InlineData("01#")]
    [InlineData("00")]
    [InlineData("0##")]
    [InlineData("0#/")]
    [InlineData("1#/foo")]
    [InlineData("0foo")]
    [InlineData("0 /foo")]
    [InlineData(" 0")]
    [InlineData("1\n")]
    [InlineData("0#\n")]
    [InlineData("0/~")]
    [InlineData("0/a~2")]
    [InlineData("0+")]
    [InlineData("0-")]
    [InlineData("0+#")]
    [InlineData("0+01")]
    [InlineData("0+-1")]
    [InlineData("0+1+1")]
    [InlineData("0+1foo")]
    [InlineData("1.0/a")]
    [InlineData("\u0661/foo")]
    [InlineData("\u09E7")]
    [InlineData("0+\u0661")]
    public void Refuses_what_is_not_a_relative_json_pointer(string text) =>
        Assert.False(RelativeJsonPointerFormat.IsValid(text));
}
