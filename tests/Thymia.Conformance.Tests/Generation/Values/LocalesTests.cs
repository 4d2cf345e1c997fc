using Thymia.Conformance.Generation.Values;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class LocalesTests
{
    [Theory]
    [InlineData("en-GB", "en_GB")]
    [InlineData("EN_gb", "en_GB")]
    [InlineData("en-IN", "en_IND")]
    [InlineData("de", "de")]
    [InlineData("ja-JP", "ja")]
    [InlineData("pt-BR-x-more", "pt_BR")]
    [InlineData("pt-AO", "pt_PT")]
    [InlineData("fr-BE", "fr")]
    [InlineData("xx-YY", "en")]
    [InlineData("", "en")]
    public void Suit_a_language_tag(string tag, string locale) => Assert.Equal(locale, Locales.For(tag));
}
