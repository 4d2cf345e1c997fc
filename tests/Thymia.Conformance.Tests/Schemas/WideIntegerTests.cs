using System.Text;
using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class WideIntegerTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1000000000000000000000000000000", "")]
    [InlineData("""{"type":"integer"}""", "-18446744073709551616", "")]
    [InlineData("""{"type":"string"}""", "1000000000000000000000000000000", "type")]
    [InlineData("""{"type":"integer","maximum":9}""", "18446744073709551616", "maximum")]
    [InlineData("""{"type":"integer","multipleOf":2}""", "18446744073709551617", "multipleOf")]
    [InlineData("""{"type":"number"}""", "1e308", "")]
    public void Judges_whole_numbers_beyond_64_bits(string schema, string number, string broken)
    {
        var library = new SchemaLibrary(
            new ApiDescription
            {
                Source = "x",
                Title = "",
                Version = "",
                Sha256 = "",
                Operations = [],
                Document = JsonDocument.Parse(schema).RootElement,
            }
        );

        var found = library.At("").Check(Encoding.UTF8.GetBytes(number));

        Assert.Equal(broken, string.Join(",", found.Select(v => v.Keyword)));
    }
}
