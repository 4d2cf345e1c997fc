using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class JsonPointerFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/foo")]
    [InlineData("/foo/0")]
    [InlineData("/foo/-")]
    [InlineData("//")]
    [InlineData("/foo//bar/")]
    [InlineData("/a~1b")]
    [InlineData("/m~0n")]
    [InlineData("/~01")]
    [InlineData("/~1~0~0~1~1")]
    [InlineData("/c%d")]
    [InlineData("/e^f")]
    [InlineData("/g|h")]
    [InlineData("/i\\j")]
    [InlineData("/k\"l")]
    [InlineData("/ ")]
    [InlineData("/a\n\tb")]
    [InlineData("/\u00E9/\U0001F60E")]
    [InlineData("/~1.1")]
    public void Accepts_a_json_pointer(string text) => Assert.True(JsonPointerFormat.IsValid(text));

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("a/a")]
    [InlineData(" /a")]
    [InlineData("\n/a")]
    [InlineData("#")]
    [InlineData("#/")]
    [InlineData("#/a")]
    [InlineData("~0")]
    [InlineData("/~")]
    [InlineData("/a~")]
    [InlineData("/~2")]
    [InlineData("/~-1")]
    [InlineData("/~~")]
    [InlineData("/~0~")]
    [InlineData("/~0/~")]
    [InlineData("/a~/b")]
    [InlineData("/a~\u0660")]
    public void Refuses_what_is_not_a_json_pointer(string text) => Assert.False(JsonPointerFormat.IsValid(text));
}
