using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class IriReferenceFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/\u00E2\u03C0")]
    [InlineData("\u00E2\u03C0")]
    [InlineData("#\u0192r\u00E4gm\u00EAnt")]
    [InlineData("?\uE000")]
    [InlineData("//\u00E4.example/\u00E9")]
    [InlineData("http://\u00E4.example")]
    [InlineData("./\u00E9:a")]
    [InlineData("https://example.com/a?b#c")]
    public void Accepts_an_iri_reference(string text) => Assert.True(StringFormats.IsValid("iri-reference", text));

    [Theory]
    [InlineData("\u00E9:a")]
    [InlineData("#\u0192r\u00E4g\\m")]
    [InlineData("\\\\WINDOWS\\fil\u00EB")]
    [InlineData("/\u00E9 a")]
    [InlineData("/\uE000")]
    [InlineData("#\uE000")]
    [InlineData("/%\u00E9")]
    [InlineData("//[\u00E9]")]
    [InlineData("/\u00E9\n")]
    [InlineData(" \u00E9")]
    public void Refuses_what_is_not_an_iri_reference(string text) =>
        Assert.False(StringFormats.IsValid("iri-reference", text));
}
