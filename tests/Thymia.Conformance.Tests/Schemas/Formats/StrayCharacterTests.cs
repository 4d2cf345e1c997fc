using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class StrayCharacterTests
{
    // Formats without any place for a character outside ASCII, a control character or a blank.
    public static TheoryData<string, string> AsciiFormats { get; } =
        new()
        {
            { "byte", "Zm9vYg==" },
            { "date", "1990-01-31" },
            { "date-time", "1990-01-31T10:00:00.5+01:00" },
            { "date-time", "1990-01-31t23:59:60z" },
            { "duration", "P1Y2M3DT4H5M6S" },
            { "email", "joe.bloggs@example.com" },
            { "email", "joe@[IPv6:2001:db8::7]" },
            { "hostname", "www.example-1.com" },
            { "ipv4", "192.0.2.1" },
            { "ipv6", "2001:db8::192.0.2.1" },
            { "relative-json-pointer", "10+2#" },
            { "time", "10:00:00.5-01:00" },
            { "uri", "https://u@example.com:80/%20?a#b" },
            { "uri", "https://[2001:db8::7]:80/" },
            { "uri-reference", "//u@example.com:80/%20?a#b" },
            { "uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380" },
        };

    // Every digit, hyphen, punctuation mark, blank and half of a surrogate pair that Unicode has outside ASCII, and
    // whatever would turn into ASCII when cut to one byte, folded to another case or taken for its fullwidth form.
    private static readonly char[] _strays =
    [
        .. Enumerable
            .Range(0x80, char.MaxValue - 0x7F)
            .Select(code => (char)code)
            .Where(character =>
                char.IsDigit(character)
                || char.IsWhiteSpace(character)
                || char.IsPunctuation(character)
                || character is < '\u0200' or '\u212A' or '\uD83D' or '\uDE00' or > '\uFEFE'
            ),
    ];

    [Theory]
    [MemberData(nameof(AsciiFormats))]
    public void Refuses_digits_and_look_alikes_of_other_scripts_in_each_place(string format, string valid)
    {
        Assert.True(StringFormats.IsValid(format, valid));
        for (var place = 0; place < valid.Length; place++)
        {
            var text = valid.ToCharArray();
            foreach (var stray in _strays)
            {
                text[place] = stray;
                if (StringFormats.IsValid(format, new string(text)) is not false)
                {
                    Assert.Fail($"{format} took U+{(int)stray:X4} in place {place} of {valid}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(AsciiFormats))]
    public void Refuses_each_blank_and_control_character_added_in_each_place(string format, string valid)
    {
        for (var place = 0; place <= valid.Length; place++)
        {
            foreach (var stray in Enumerable.Range(0, 0x21).Append(0x7F))
            {
                var text = valid.Insert(place, ((char)stray).ToString());
                Assert.False(
                    StringFormats.IsValid(format, text),
                    $"{format} took U+{stray:X4} before place {place} of {valid}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(AsciiFormats))]
    public void Judges_every_part_of_a_text_without_failing(string format, string valid)
    {
        for (var length = 0; length < valid.Length; length++)
        {
            Assert.NotNull(StringFormats.IsValid(format, valid[..length]));
            Assert.NotNull(StringFormats.IsValid(format, valid[(length + 1)..]));
        }
    }

    // U+0000 ends a text for many a parser written in C; in a pointer or a pattern it is one more character.
    [Theory]
    [InlineData("idn-email", "joe@example.com", false)]
    [InlineData("iri", "http://example.com/a", false)]
    [InlineData("iri-reference", "/a", false)]
    [InlineData("uri-template", "/{a}", false)]
    [InlineData("json-pointer", "/a", true)]
    [InlineData("regex", "a", true)]
    public void Does_not_stop_at_a_nul(string format, string valid, bool mayHoldNul)
    {
        Assert.Equal(mayHoldNul, StringFormats.IsValid(format, valid + "\0"));
        Assert.False(StringFormats.IsValid(format, valid + "\0~{("));
    }
}
