using Thymia.Conformance.Schemas.Patterns;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class UnicodePropertiesTests
{
    [Theory]
    [InlineData(@"^\p{Script=Greek}+$", "\u03B1\u03A9\u1F00", "a")]
    [InlineData(@"^\p{sc=Grek}+$", "\u03B1\u03A9", "\u0430")]
    [InlineData(@"^\p{Script=Han}$", "\u5C71", "\u3042")]
    [InlineData(@"^\p{Script=Hiragana}$", "\u3042", "\u30FC")]
    [InlineData(@"^\p{scx=Hira}$", "\u30FC", "\u5C71")]
    [InlineData(@"^\P{Script=Latin}$", "\u0430", "\u00E9")]
    [InlineData(@"^\p{Script=Adlam}$", "\U0001E900", "A")]
    [InlineData(@"^\p{Alphabetic}$", "\u0345", "1")]
    [InlineData(@"^\p{Uppercase}\p{Lower}$", "\u00C9\u00E9", "\u00E9\u00C9")]
    [InlineData(@"^\p{White_Space}$", "\u3000", "\u200B")]
    [InlineData(@"^\p{ID_Start}\p{IDC}*$", "a1_", "1a")]
    [InlineData(@"^\p{Emoji_Presentation}$", "\U0001F600", "1")]
    [InlineData(@"^[\p{AHex}-]+$", "0f-A", "g")]
    public void Are_those_of_Unicode(string pattern, string matching, string other)
    {
        Assert.True(EcmaMatcher.IsMatch(pattern, matching));
        Assert.False(EcmaMatcher.IsMatch(pattern, other));
    }

    [Theory]
    [InlineData("Script=Nowhere")]
    [InlineData("Script=")]
    [InlineData("Greek")]
    [InlineData("gc=Greek")]
    [InlineData("Script=Alphabetic")]
    public void Are_refused_where_there_are_none(string name) =>
        Assert.Throws<NotSupportedException>(() => CharacterSets.Property(name));
}
