using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class HostnameFormatTests
{
    [Theory]
    [InlineData("example.com")]
    [InlineData("www.example.com")]
    [InlineData("localhost")]
    [InlineData("EXAMPLE.Com")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1host")]
    [InlineData("host1")]
    [InlineData("123.example")]
    [InlineData("host-name")]
    [InlineData("a--b.example")]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("XN--BCHER-KVA.example")]
    [InlineData("xn--11b5bs3a9aj6g")]
    [InlineData("xn--ll-0ea")]
    public void Accepts_a_host_name(string text) => Assert.True(HostnameFormat.IsValid(text));

    [Theory]
    // Empty labels.
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("example.")]
    [InlineData(".example")]
    [InlineData("www..example.com")]
    // Hyphens at an end of a label.
    [InlineData("-example.com")]
    [InlineData("example-.com")]
    [InlineData("www.-example.com")]
    [InlineData("example.com-")]
    [InlineData("-")]
    [InlineData("a.-.b")]
    // Characters that no host name has.
    [InlineData("host_name")]
    [InlineData("exa mple.com")]
    [InlineData("example.com:80")]
    [InlineData("http://example.com")]
    [InlineData("example.com/")]
    [InlineData("user@example.com")]
    [InlineData("*.example.com")]
    [InlineData("[::1]")]
    [InlineData("ex!ample")]
    [InlineData("ex\u00E4mple.com")]
    [InlineData("\u212Aelvin.example")]
    [InlineData("example\uFF0Ecom")]
    [InlineData("example\u3002com")]
    [InlineData("\u09E8.example")]
    [InlineData(" example.com")]
    [InlineData("example.com ")]
    [InlineData("example.com\n")]
    [InlineData("example.com\t")]
    public void Refuses_what_is_not_a_host_name(string text) => Assert.False(HostnameFormat.IsValid(text));

    [Theory]
    // Nothing behind the prefix, and what stands for no text.
    [InlineData("xn--")]
    [InlineData("xn--X")]
    [InlineData("xn--abc.example")]
    // A mark at the start, a character that IDNA 2008 leaves out, hyphens in the third and fourth place.
    [InlineData("xn--a-std")]
    [InlineData("www.xn--a-s6t")]
    [InlineData("xn--aa---8qa")]
    // A dot between letters that are no l.
    [InlineData("xn--ab-0ea")]
    public void Refuses_punycode_of_what_is_no_label(string text) => Assert.False(HostnameFormat.IsValid(text));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Limits_a_label_to_63_characters(int length, bool expected) =>
        Assert.Equal(expected, HostnameFormat.IsValid($"www.{new string('a', length)}.com"));

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void Limits_the_name_to_253_characters(int last, bool expected)
    {
        var label = new string('a', 63);

        Assert.Equal(expected, HostnameFormat.IsValid($"{label}.{label}.{label}.{new string('b', last)}"));
    }
}
