using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class ByteFormatTests
{
    [Theory]
    [InlineData("")]
    [InlineData("AA==")]
    [InlineData("AAA=")]
    [InlineData("AAAA")]
    [InlineData("Zm9v")]
    [InlineData("Zm9vYg==")]
    [InlineData("+/+/")]
    [InlineData("YWJjZGVmZ2hpamtsbW5vcA==")]
    // Unused bits may be set.
    [InlineData("AB==")]
    [InlineData("AAB=")]
    public void Accepts_base64(string text) => Assert.True(ByteFormat.IsValid(text));

    [Theory]
    [InlineData("A")]
    [InlineData("AA")]
    [InlineData("AAA")]
    [InlineData("A===")]
    [InlineData("AAAAA")]
    [InlineData("AA=")]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("====")]
    [InlineData("A=A=")]
    [InlineData("AA=A")]
    [InlineData("AAAA=")]
    [InlineData("AAAA====")]
    [InlineData("=AAA")]
    [InlineData("AA==AA==")]
    [InlineData("-_-_")]
    [InlineData("AA A")]
    [InlineData("AAAA\n")]
    [InlineData("AAA=\n")]
    [InlineData(" AAAA")]
    [InlineData("AAAA ")]
    [InlineData("AA\nAA==")]
    [InlineData("Zm9v\nZm9v")]
    [InlineData("\u0410\u0410\u0410\u0410")]
    [InlineData("AAA\u09E7")]
    [InlineData("AAA.")]
    [InlineData("not base64!!")]
    public void Refuses_what_is_not_base64(string text) => Assert.False(ByteFormat.IsValid(text));
}
