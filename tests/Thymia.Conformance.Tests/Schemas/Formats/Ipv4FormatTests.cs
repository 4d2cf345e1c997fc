using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class Ipv4FormatTests
{
    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("10.20.30.40")]
    [InlineData("249.99.9.200")]
    public void Accepts_an_ipv4_address(string text) => Assert.True(Ipv4Format.IsValid(text));

    [Theory]
    // Numbers out of range, with leading zeros, in other bases, or missing.
    [InlineData("256.0.0.1")]
    [InlineData("192.0.2.256")]
    [InlineData("1000.0.0.1")]
    [InlineData("999.999.999.999")]
    [InlineData("192.0.02.1")]
    [InlineData("00.0.0.0")]
    [InlineData("192.0.2.001")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0x7f000001")]
    [InlineData("0o10.0.0.1")]
    [InlineData("1e2.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("127.1")]
    [InlineData("127.0.1")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.1.1")]
    [InlineData(".192.0.2.1")]
    [InlineData("192.0.2.1.")]
    [InlineData("192..2.1")]
    [InlineData("...")]
    // Signs, blanks, and what may stand beside an address.
    [InlineData("+1.2.3.4")]
    [InlineData("-1.2.3.4")]
    [InlineData("1.2.3.-4")]
    [InlineData("192.0. 2.1")]
    [InlineData("192.0.2.1:80")]
    [InlineData("192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("[192.0.2.1]")]
    [InlineData("192,0,2,1")]
    [InlineData("localhost")]
    [InlineData("a.b.c.d")]
    // Digits and dots of other scripts.
    [InlineData("1\u09E87.0.0.1")]
    [InlineData("\u0661\u0662\u0667.0.0.1")]
    [InlineData("\uFF11.1.1.1")]
    [InlineData("127\u30020\u30020\u30021")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 192.0.2.1")]
    [InlineData("192.0.2.1 ")]
    [InlineData("192.0.2.1\n")]
    [InlineData("192.0.2.1\t")]
    public void Refuses_what_is_not_an_ipv4_address(string text) => Assert.False(Ipv4Format.IsValid(text));
}
