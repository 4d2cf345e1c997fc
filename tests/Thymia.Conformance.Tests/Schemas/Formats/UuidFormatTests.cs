using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Tests.Schemas.Formats;

public sealed class UuidFormatTests
{
    [Theory]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2EB8AA08-AA98-11EA-B4AA-73B441D16380")]
    [InlineData("2eb8AA08-aa98-11EA-B4aa-73b441D16380")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    // Any version and variant.
    [InlineData("98d80576-482e-427f-8434-7f86890ab222")]
    [InlineData("99c17cbb-656f-764a-940f-1a4568f03487")]
    [InlineData("99c17cbb-656f-f64a-f40f-1a4568f03487")]
    public void Accepts_a_uuid(string text) => Assert.True(UuidFormat.IsValid(text));

    [Theory]
    // The other forms that Guid.TryParse takes.
    [InlineData("{2eb8aa08-aa98-11ea-b4aa-73b441d16380}")]
    [InlineData("(2eb8aa08-aa98-11ea-b4aa-73b441d16380)")]
    [InlineData("2eb8aa08aa9811eab4aa73b441d16380")]
    [InlineData("{0x2eb8aa08,0xaa98,0x11ea,{0xb4,0xaa,0x73,0xb4,0x41,0xd1,0x63,0x80}}")]
    // Digits or dashes missing, too many, or elsewhere.
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d1638")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d163800")]
    [InlineData("eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa73b441d16380")]
    [InlineData("2eb8aa08aa98-11ea-b4aa-73b441d163801")]
    [InlineData("2eb8aa0-8aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d1638-")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d16380-")]
    [InlineData("-eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2eb8aa08_aa98_11ea_b4aa_73b441d16380")]
    [InlineData("2eb8aa08--aa98-11ea-b4aa-73b441d1638")]
    [InlineData("2eb8aa08\u2010aa98\u201011ea\u2010b4aa\u201073b441d16380")]
    [InlineData("------------------------------------")]
    // Characters that are no hexadecimal digits.
    [InlineData("2eb8aa08-aa98-11ea-b4ga-73b441d16380")]
    [InlineData("2e:8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2e@8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2e`8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("\u09E8eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("\uFF12eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("\u0662eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    // Text around or instead of a UUID.
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData(" 2eb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d16380 ")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d16380\n")]
    [InlineData("\neb8aa08-aa98-11ea-b4aa-73b441d16380")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d1638\n")]
    [InlineData("2eb8aa08-aa98-11ea-b4aa-73b441d1638 ")]
    [InlineData("not-a-uuid")]
    public void Refuses_what_is_not_a_uuid(string text) => Assert.False(UuidFormat.IsValid(text));
}
