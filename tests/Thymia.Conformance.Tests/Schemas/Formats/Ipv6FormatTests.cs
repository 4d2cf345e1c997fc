using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class Ipv6FormatTests
{
    [Theory]
    [InlineData("2001:db8:0:0:0:0:0:1")]
    [InlineData("2001:DB8::7")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("1::")]
    [InlineData("1:2:3:4:5:6:7:8")]
    [InlineData("1::8")]
    [InlineData("1:2:3:4:5:6:7::")]
    [InlineData("::2:3:4:5:6:7:8")]
    [InlineData("1:2:3::5:6:7:8")]
    [InlineData("0000:0000:0000:0000:0000:0000:0000:0000")]
    [InlineData("ffff:FFFF:ffff:FFFF:ffff:FFFF:ffff:FFFF")]
    // The last two groups as IPv4.
    [InlineData("::192.0.2.1")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("64:ff9b::192.0.2.33")]
    [InlineData("1:2:3:4:5:6:192.0.2.1")]
    [InlineData("1:2:3:4:5::192.0.2.1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255")]
    public void Accepts_an_ipv6_address(string text) => Assert.True(Ipv6Format.IsValid(text));

    [Theory]
    // Too few or too many groups, or a gap that stands for none.
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("::1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7:192.0.2.1")]
    [InlineData("1:2:3:4:5:192.0.2.1")]
    [InlineData("1:2:3:4:5:6::192.0.2.1")]
    [InlineData("1")]
    [InlineData("192.0.2.1")]
    // Colons out of place.
    [InlineData(":")]
    [InlineData("1:")]
    [InlineData(":1")]
    [InlineData(":::")]
    [InlineData("1:::2")]
    [InlineData("1::2::3")]
    [InlineData("::::")]
    [InlineData(":1::2")]
    [InlineData("1::2:")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData(":2:3:4:5:6:7:8")]
    [InlineData("::1::")]
    // Groups that are none.
    [InlineData("12345::")]
    [InlineData("::00001")]
    [InlineData("::g")]
    [InlineData("::laptop")]
    [InlineData("::+1")]
    [InlineData("::-1")]
    [InlineData("::0x1")]
    [InlineData("::1 ")]
    [InlineData("2001:db8:: 1")]
    [InlineData("::1.")]
    [InlineData("1.2.3.4::")]
    [InlineData("::192.0.2.1:1")]
    [InlineData("::192.0.2")]
    [InlineData("::192.0.2.256")]
    [InlineData("::192.0.2.01")]
    [InlineData("::ffff:192.0.2.1.1")]
    [InlineData("1:192.0.2.1::")]
    // What may stand beside an address.
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("fe80::1%25eth0")]
    [InlineData("2001:db8::/32")]
    [InlineData("::1:80:90000")]
    // Digits of other scripts, and text around.
    [InlineData("1:2:3:4:5:6:7:\u09EA")]
    [InlineData("::\uFF11")]
    [InlineData("::192.0.2.\u0661")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" ::1")]
    [InlineData("::1\n")]
    [InlineData("::1\t")]
    public void Refuses_what_is_not_an_ipv6_address(string text) =>
        Assert.False(Ipv6Format.IsValid(text));
}
