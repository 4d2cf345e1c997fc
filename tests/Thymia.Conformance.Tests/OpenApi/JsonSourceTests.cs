using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class JsonSourceTests
{
    [Fact]
    public void Keeps_values_as_they_are_written()
    {
        const string Json = """{"a":[1.0,1e400,"yes",null,true],"b":{"":"2020-01-01"}}""";

        Assert.Equal(Json, JsonSource.Read(Json).Json!.ToJsonString());
    }

    [Fact]
    public void Remembers_the_line_of_every_place()
    {
        var text = JsonSource.Read("{\n\t\"a\":\n\t\t[\n\t\t\t1,\n\t\t\t{\"b\": 2}],\n\t\"c~/d\": \"é\"\n}");

        string[] places = ["/a", "/a/0", "/a/1", "/a/1/b", "/c~0~1d"];
        Assert.Equal([2, 4, 5, 5, 6], places.Select(p => text.Lines[p]));
    }

    [Theory]
    [InlineData("{\"a\":1,\n\"a\":2}", 1)]
    [InlineData("{\"a\":1,\n}", 1)]
    [InlineData("{\"a\":1}\n{}", 1)]
    [InlineData("{\"a\":01}", 0)]
    public void Says_what_is_no_json_and_on_which_line(string json, int line)
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSource.Read(json));

        Assert.Equal(line, error.LineNumber);
    }
}
