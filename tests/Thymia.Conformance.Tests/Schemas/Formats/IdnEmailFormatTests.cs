using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class IdnEmailFormatTests
{
    [Theory]
    [InlineData("joe.bloggs@example.com")]
    [InlineData("\uC2E4\uB840@\uC2E4\uB840.\uD14C\uC2A4\uD2B8")]
    [InlineData("j\u00F6e@example.com")]
    [InlineData("joe@ex\u00E4mple.example")]
    [InlineData("\u03B4\u03BF\u03BA@\u03C0\u03B1\u03C1\u03AC.example")]
    [InlineData("\"j\u00F6 e\"@example.com")]
    [InlineData("\U0001D54F@example.com")]
    [InlineData("joe@\u0646\u0627\u0645\u0647.example")]
    [InlineData("joe@cafe\u0301.example")]
    [InlineData("joe@\u0995\u09BE.example")]
    [InlineData("joe@[192.0.2.1]")]
    public void Accepts_an_international_mailbox(string text) => Assert.True(StringFormats.IsValid("idn-email", text));

    [Theory]
    [InlineData("")]
    [InlineData("2962")]
    [InlineData("@\uC2E4\uB840.example")]
    [InlineData("\uC2E4\uB840@")]
    [InlineData("\uC2E4\uB840")]
    [InlineData("user\uFF20example.com")]
    [InlineData("\u00F6..\u00F6@example.com")]
    [InlineData("j\u00F6 e@example.com")]
    [InlineData("\"a\\\u00F6\"@example.com")]
    // Labels: punctuation, symbols, a mark first, hyphens at an end, another script's full stop.
    [InlineData("joe@ex\u2013ample.com")]
    [InlineData("joe@\U0001F600.example")]
    [InlineData("joe@\u0301a.example")]
    [InlineData("joe@-\u00E4.example")]
    [InlineData("joe@\u00E4-.example")]
    [InlineData("joe@\u00E4..example")]
    [InlineData("joe@ex\u3002ample")]
    [InlineData("joe@\u00E4_b.example")]
    // Text around.
    [InlineData(" \u00F6@example.com")]
    [InlineData("\u00F6@\u00E4.example\n")]
    public void Refuses_what_is_not_an_international_mailbox(string text) =>
        Assert.False(StringFormats.IsValid("idn-email", text));

    [Theory]
    [InlineData("", true)]
    [InlineData("a", false)]
    public void Limits_the_local_part_to_64_octets_of_utf8(string end, bool expected) =>
        Assert.Equal(expected, StringFormats.IsValid("idn-email", new string('\u00F6', 32) + end + "@example.com"));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Limits_a_label_to_63_characters(int length, bool expected) =>
        Assert.Equal(expected, StringFormats.IsValid("idn-email", $"joe@{new string('\u00E4', length)}.example"));

    [Fact]
    public void Refuses_half_of_a_surrogate_pair()
    {
        Assert.False(StringFormats.IsValid("idn-email", "\uD83D@example.com"));
        Assert.False(StringFormats.IsValid("idn-email", "joe@\uD83D.example"));
    }
}
