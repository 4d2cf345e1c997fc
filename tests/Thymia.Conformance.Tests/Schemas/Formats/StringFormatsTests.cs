using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class StringFormatsTests
{
    [Fact]
    public void Knows_the_formats_it_names() =>
        Assert.Equal(
            [
                "byte",
                "date",
                "date-time",
                "duration",
                "email",
                "hostname",
                "idn-email",
                "ipv4",
                "ipv6",
                "iri",
                "iri-reference",
                "json-pointer",
                "regex",
                "relative-json-pointer",
                "time",
                "uri",
                "uri-reference",
                "uri-template",
                "uuid",
            ],
            StringFormats.Names.Where(StringFormats.IsKnown).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("int32")]
    [InlineData("double")]
    [InlineData("password")]
    [InlineData("binary")]
    [InlineData("idn-hostname")]
    [InlineData("Date")]
    [InlineData("date ")]
    [InlineData("")]
    public void Has_no_opinion_on_a_format_it_does_not_know(string format)
    {
        Assert.False(StringFormats.IsKnown(format));
        Assert.Null(StringFormats.IsValid(format, "anything"));
    }

    // One text per format, and one that is close to it but of another format or none: catches a swapped table entry.
    [Theory]
    [InlineData("byte", "Zm9v", "Zm9")]
    [InlineData("date", "1990-01-31", "1990-01-32")]
    [InlineData("date-time", "1990-01-31T10:00:00Z", "1990-01-31T10:00:00")]
    [InlineData("duration", "P1D", "P1H")]
    [InlineData("email", "joe@example.com", "j\u00F6e@example.com")]
    [InlineData("hostname", "example.com", "ex_ample.com")]
    [InlineData("idn-email", "j\u00F6e@example.com", "j\u00F6 e@example.com")]
    [InlineData("ipv4", "192.0.2.1", "::1")]
    [InlineData("ipv6", "::1", "192.0.2.1")]
    [InlineData("iri", "http://example.com/\u00E9", "/\u00E9")]
    [InlineData("iri-reference", "/\u00E9", "/\u00E9 ")]
    [InlineData("json-pointer", "/a", "0/a")]
    [InlineData("regex", "a+", "a**")]
    [InlineData("relative-json-pointer", "0/a", "/a")]
    [InlineData("time", "10:00:00Z", "10:00:00")]
    [InlineData("uri", "http://example.com/", "/a")]
    [InlineData("uri-reference", "/a", "/\u00E9")]
    [InlineData("uri-template", "/{a}", "/{a")]
    [InlineData("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}")]
    public void Asks_the_predicate_of_the_format(string format, string valid, string invalid)
    {
        Assert.True(StringFormats.IsValid(format, valid));
        Assert.False(StringFormats.IsValid(format, invalid));
    }
}
