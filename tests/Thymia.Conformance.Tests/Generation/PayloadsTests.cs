using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Tests.Generation;

public sealed class PayloadsTests
{
    private const string Text = """{"a":{"b":[1,{"c":null}]},"x/y":"\u00e9<"}""";

    private static JsonNode Tree => JsonNode.Parse(Text)!;

    [Theory]
    [InlineData("", Text)]
    [InlineData("/a/b/0", "1")]
    [InlineData("/a/b/1", """{"c":null}""")]
    [InlineData("/a/b/1/c", null)]
    [InlineData("/a/b/2", null)]
    [InlineData("/a/b/first", null)]
    [InlineData("/a/z/0", null)]
    [InlineData("/a/b/0/0", null)]
    [InlineData("/x~1y", "\"\\u00e9<\"")]
    public void A_value_is_found_by_its_pointer(string pointer, string? json) =>
        Assert.True(JsonNode.DeepEquals(json is null ? null : JsonNode.Parse(json), Payloads.Get(Tree, pointer)));

    [Fact]
    public void A_value_is_replaced_added_or_taken_away()
    {
        Assert.Equal("2", Payloads.Set(Tree, "", 2)!.ToJsonString());
        Assert.Equal("[9,{\"c\":null}]", Payloads.Set(Tree, "/a/b/0", 9)!["a"]!["b"]!.ToJsonString());
        Assert.Equal("true", Payloads.Set(Tree, "/a/new", true)!["a"]!["new"]!.ToJsonString());
        Assert.Equal("{}", Payloads.Remove(Payloads.Remove(Tree, "/a"), "/x~1y")!.ToJsonString());
        Assert.Equal(Tree.ToJsonString(), Payloads.Remove(Tree, "/a/b/0")!.ToJsonString());
        var nothing = Assert.Throws<InvalidOperationException>(() => Payloads.Set(Tree, "/none/of", 1));
        Assert.Equal("nothing stands above /none/of", nothing.Message);
    }

    [Fact]
    public void Text_goes_out_as_it_is()
    {
        Assert.Equal(
            "{\"a\":{\"b\":[1,{\"c\":null}]},\"x/y\":\"\u00e9<\"}",
            Encoding.UTF8.GetString(Payloads.Write(Tree))
        );
        Assert.Equal("null", Encoding.UTF8.GetString(Payloads.Write(null)));
        Assert.Equal(
            "{\n  \"a\": 1\n}",
            Encoding.UTF8.GetString(Payloads.WriteIndented(JsonNode.Parse("""{"a":1}"""))).ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1.50")]
    [InlineData("\"t\"")]
    [InlineData("[1,[]]")]
    [InlineData("{\"a\":{}}")]
    public void An_element_becomes_a_tree_and_back(string json)
    {
        var element = Payloads.ToElement(JsonNode.Parse(json));
        Assert.Equal(json, element.GetRawText());
        Assert.Equal(json, Payloads.ToNode(element)?.ToJsonString() ?? "null");
    }

    [Fact]
    public void A_value_reads_the_same_however_the_description_escaped_it()
    {
        using var escaped = JsonDocument.Parse("\"Z\\u00fcrich\"");

        Assert.Equal("\"Zürich\"", Payloads.ToElement(Payloads.ToNode(escaped.RootElement)).GetRawText());
    }
}
