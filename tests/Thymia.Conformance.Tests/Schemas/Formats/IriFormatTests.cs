using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class IriFormatTests
{
    [Theory]
    [InlineData("http://ex\u00E4mple.com/")]
    [InlineData("http://example.com/\u00E9")]
    [InlineData("http://example.com/?\u03C0")]
    [InlineData("http://example.com/#\U0001F600")]
    [InlineData("http://\u00FCser@example.com")]
    [InlineData("https://example.com/a?b#c")]
    [InlineData("http://\u0646\u0627\u0645\u0647.example")]
    [InlineData("http://example.com/?\uE000")]
    [InlineData("http://example.com/?\U000F0000")]
    [InlineData("http://example.com/\u00A0")]
    [InlineData("http://example.com/\U00010300")]
    [InlineData("http://[2001:db8::7]/\u00E9")]
    [InlineData("urn:example:\u00E9")]
    public void Accepts_an_iri(string text) => Assert.True(StringFormats.IsValid("iri", text));

    [Theory]
    // What no URI may have either.
    [InlineData("http://example.com/\u00E9 b")]
    [InlineData("http://example.com/%\u00E9")]
    [InlineData("http://2001:db8::7/\u00E9")]
    [InlineData("http://[\u00E9]")]
    [InlineData("http://[v1.\u00E9]")]
    [InlineData("http://example.com:\u0668")]
    [InlineData("h\u00E4tp://example.com")]
    [InlineData("http://example.com/<\u00E9>")]
    // Private use anywhere but in the query, controls, specials, and noncharacters.
    [InlineData("http://example.com/\uE000")]
    [InlineData("http://example.com/#\uE000")]
    [InlineData("http://\U000F0000.example")]
    [InlineData("http://example.com/\u0085")]
    [InlineData("http://example.com/\uFDD0")]
    [InlineData("http://example.com/\uFFF9")]
    [InlineData("http://example.com/\uFFFD")]
    [InlineData("http://example.com/\U0001FFFE")]
    [InlineData("http://example.com/\U000E0001")]
    // Marks that change the direction of text (RFC 3987 section 4.1).
    [InlineData("http://example.com/\u200E")]
    [InlineData("http://example.com/\u202Ea")]
    // Relative references.
    [InlineData("/\u00E9")]
    [InlineData("\u00E9")]
    [InlineData("")]
    [InlineData("#\u00E9")]
    [InlineData(" ")]
    [InlineData("http://\u00E4.example\n")]
    public void Refuses_what_is_not_an_iri(string text) => Assert.False(StringFormats.IsValid("iri", text));

    [Fact]
    public void Refuses_half_of_a_surrogate_pair()
    {
        Assert.False(StringFormats.IsValid("iri", "http://example.com/\uD83D"));
        Assert.False(StringFormats.IsValid("iri", "http://example.com/\uDE00\uD83D"));
        Assert.False(StringFormats.IsValid("iri", "http://example.com/\uD83Da"));
    }
}
