using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class EmailFormatTests
{
    [Theory]
    [InlineData("joe.bloggs@example.com")]
    [InlineData("a@b")]
    [InlineData("te~st@example.com")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.com")]
    [InlineData("a.b.c.d@example.com")]
    [InlineData("user+tag@sub.example.com")]
    [InlineData("1@example.com")]
    // Quoted local parts.
    [InlineData("\"joe bloggs\"@example.com")]
    [InlineData("\"joe..bloggs\"@example.com")]
    [InlineData("\"joe@bloggs\"@example.com")]
    [InlineData("\".joe.\"@example.com")]
    [InlineData("\"a\\\"b\"@example.com")]
    [InlineData("\"a\\\\\"@example.com")]
    [InlineData("\"a\\ b\"@example.com")]
    [InlineData("\"\"@example.com")]
    // Addresses in brackets.
    [InlineData("joe@[192.0.2.1]")]
    [InlineData("joe@[IPv6:2001:db8::7]")]
    [InlineData("joe@[ipv6:::1]")]
    public void Accepts_a_mailbox(string text) => Assert.True(StringFormats.IsValid("email", text));

    [Theory]
    // A part missing, or too many.
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2962")]
    [InlineData("example.com")]
    [InlineData("@")]
    [InlineData("@example.com")]
    [InlineData("joe@")]
    [InlineData("joe.example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("joe@@example.com")]
    // Dots out of place.
    [InlineData(".joe@example.com")]
    [InlineData("joe.@example.com")]
    [InlineData("jo..e@example.com")]
    [InlineData(".@example.com")]
    [InlineData("joe@.example.com")]
    [InlineData("joe@example.com.")]
    [InlineData("joe@example..com")]
    // Characters that only a quoted part may have, and those that none may.
    [InlineData("joe bloggs@example.com")]
    [InlineData("joe,b@example.com")]
    [InlineData("joe(comment)@example.com")]
    [InlineData("a<b@example.com")]
    [InlineData("a\"b@example.com")]
    [InlineData("\"a\"b@example.com")]
    [InlineData("\"a\"b\"@example.com")]
    [InlineData("\"a\nb\"@example.com")]
    [InlineData("\"a\\\nb\"@example.com")]
    [InlineData("\"a@example.com")]
    [InlineData("\"a\\\"@example.com")]
    [InlineData("\"")]
    [InlineData("\"a\"")]
    [InlineData("\"a\"@")]
    [InlineData("j\u00F6e@example.com")]
    [InlineData("\u09E8@example.com")]
    [InlineData("\"j\u00F6e\"@example.com")]
    [InlineData("\"a\\\u00F6\"@example.com")]
    // Hosts that are none.
    [InlineData("joe@ex_ample.com")]
    [InlineData("joe@-example.com")]
    [InlineData("joe@example-.com")]
    [InlineData("joe@exa mple.com")]
    [InlineData("joe@example.com:25")]
    [InlineData("joe@ex\u00E4mple.com")]
    [InlineData("joe@[192.0.2.256]")]
    [InlineData("joe@[192.0.2.1")]
    [InlineData("joe@192.0.2.1]")]
    [InlineData("joe@[]")]
    [InlineData("joe@[")]
    [InlineData("joe@[2001:db8::7]")]
    [InlineData("joe@[IPv6:192.0.2.1]")]
    [InlineData("joe@[IPv6:]")]
    [InlineData("joe@[IPv6:fe80::1%25eth0]")]
    [InlineData("joe@[tag:content]")]
    // Headers, lists, links, and text around.
    [InlineData("Joe <joe@example.com>")]
    [InlineData("<joe@example.com>")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("mailto:joe@example.com:x")]
    [InlineData(" joe@example.com")]
    [InlineData("joe@example.com ")]
    [InlineData("joe@example.com\n")]
    public void Refuses_what_is_not_a_mailbox(string text) => Assert.False(StringFormats.IsValid("email", text));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Limits_the_local_part_to_64_octets(int length, bool expected) =>
        Assert.Equal(expected, StringFormats.IsValid("email", new string('a', length) + "@example.com"));

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void Limits_the_mailbox_to_254_octets(int last, bool expected)
    {
        var label = new string('a', 63);

        Assert.Equal(expected, StringFormats.IsValid("email", $"{label}a@{label}.{label}.{new string('b', last)}"));
    }
}
