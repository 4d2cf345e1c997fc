using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Parameters;

public sealed class ParameterTextTests
{
    [Theory]
    [InlineData("\"a b\"", "a b")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("[1,\"x\",false]", "1", "x", "false")]
    [InlineData("[]")]
    [InlineData("[[1]]")]
    [InlineData("[null]")]
    [InlineData("[1,{}]")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Values_are_written_as_texts_where_they_can_be(string json, params string[] texts) =>
        Assert.Equal(texts.Length == 0 ? null : texts, ParameterText.Of(JsonNode.Parse(json)));

    [Theory]
    [InlineData("type: integer", "7", "7")]
    [InlineData("type: integer", "1e2", "1e2")]
    [InlineData("type: integer", "seven", "\"seven\"")]
    [InlineData("type: integer", " 7", "\" 7\"")]
    [InlineData("type: integer", "", "\"\"")]
    [InlineData("type: integer", "true", "\"true\"")]
    [InlineData("type: integer", "[1]", "\"[1]\"")]
    [InlineData("type: number", "0.5", "0.5")]
    [InlineData("type: boolean", "true", "true")]
    [InlineData("type: boolean", "false", "false")]
    [InlineData("type: boolean", "True", "\"True\"")]
    [InlineData("type: boolean", "1", "\"1\"")]
    [InlineData("type: string", "7", "\"7\"")]
    [InlineData("type: string", "true", "\"true\"")]
    [InlineData("type: [string, boolean]", "true", "true")]
    [InlineData("", "7", "\"7\"")]
    [InlineData("", "true", "\"true\"")]
    [InlineData("type: array", "7", "[\"7\"]")]
    [InlineData("type: array, items: {type: integer}", "7", "[7]")]
    [InlineData("type: array, items: {type: boolean}", "false", "[false]")]
    public void A_text_is_read_as_the_schema_asks(string schema, string text, string json) =>
        Assert.Equal(json, ParameterText.Interpret([text], Described.Node($"{{{schema}}}")).GetRawText());

    [Fact]
    public void Several_texts_are_an_array() =>
        Assert.Equal("[1,\"b\"]", ParameterText.Interpret(["1", "b"], Described.Node("{type: array, items: {type: integer}}")).GetRawText());

    [Theory]
    [InlineData("header", "plain text~!", true)]
    [InlineData("header", "", false)]
    [InlineData("header", " leading", false)]
    [InlineData("header", "trailing ", false)]
    [InlineData("header", "\u00E9", false)]
    [InlineData("header", "\u007F", false)]
    [InlineData("header", "a\nb", false)]
    [InlineData("path", "a b", true)]
    [InlineData("path", ".", false)]
    [InlineData("path", "..", false)]
    [InlineData("path", ".a", true)]
    [InlineData("path", "", false)]
    [InlineData("path", "a\u0007", false)]
    [InlineData("query", "", true)]
    [InlineData("query", "a\u0007", true)]
    [InlineData("query", "\U0001F600", false)]
    public void Some_texts_do_not_arrive_as_sent(string part, string text, bool survives) =>
        Assert.Equal(survives, ParameterText.Survives(text, part));

    [Theory]
    [InlineData("header")]
    [InlineData("path")]
    [InlineData("query")]
    public void Long_texts_are_not_tried(string part)
    {
        Assert.True(ParameterText.Survives(new string('a', 999), part));
        Assert.False(ParameterText.Survives(new string('a', 1000), part));
    }
}
