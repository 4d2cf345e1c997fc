using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
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
    [InlineData("{\"a\":1,\"b\":\"x\"}", "a", "1", "b", "x")]
    [InlineData("{\"a\":{}}")]
    [InlineData("null")]
    public void Values_are_written_as_texts_where_they_can_be(string json, params string[] texts) =>
        Assert.Equal(texts.Length == 0 ? null : texts, ParameterText.Of(JsonNode.Parse(json))?.Texts);

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
    [InlineData("", "7", "7")]
    [InlineData("", "x", "\"x\"")]
    [InlineData("anyOf: [{type: string}, {type: integer}]", "7", "7")]
    [InlineData("enum: [1, 2]", "2", "2")]
    public void A_text_is_read_as_the_schema_asks(string schema, string text, string json) =>
        Assert.Equal(json, First(new ParameterValue.One(text), $"{{{schema}}}"));

    [Fact]
    public void Where_the_schema_allows_both_a_number_may_be_a_text() =>
        Assert.Equal(
            ["7", "\"7\""],
            ParameterText
                .Readings(new ParameterValue.One("7"), new ShapeOfText(Described.Node("{type: [string, integer]}")))
                .Select(r => r.GetRawText())
        );

    [Fact]
    public void Items_and_properties_are_read_by_their_own_schemas()
    {
        Assert.Equal("[1,\"b\"]", First(new ParameterValue.Many(["1", "b"]), "{type: array, items: {type: integer}}"));
        Assert.Equal(
            "{\"a\":1,\"b\":\"2\"}",
            First(
                new ParameterValue.Fields([KeyValuePair.Create("a", "1"), KeyValuePair.Create("b", "2")]),
                "{type: object, properties: {a: {type: integer}, b: {type: string}}}"
            )
        );
    }

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
    [InlineData("path", "a/b", false)]
    [InlineData("cookie", "plain~", true)]
    [InlineData("cookie", "a b", false)]
    [InlineData("cookie", "a;b", false)]
    [InlineData("cookie", "", false)]
    [InlineData("query", "", true)]
    [InlineData("query", "a\u0007", true)]
    [InlineData("query", "\U0001F600", false)]
    public void Some_texts_do_not_arrive_as_sent(string part, string text, bool survives) =>
        Assert.Equal(survives, Survival.Of(new ParameterValue.One(text), new Parameter("a", part, true, null)));

    [Fact]
    public void A_value_in_a_path_does_not_hold_the_text_beside_it()
    {
        var id = new Parameter("id", "path", true, null);
        Assert.True(Survival.Of(new ParameterValue.One("a"), id, ".json"));
        Assert.False(Survival.Of(new ParameterValue.One("a.b"), id, ".json"));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("path")]
    [InlineData("query")]
    public void Long_texts_are_not_tried(string part)
    {
        Assert.True(Survival.Of(new ParameterValue.One(new string('a', 999)), new Parameter("a", part, true, null)));
        Assert.False(Survival.Of(new ParameterValue.One(new string('a', 1000)), new Parameter("a", part, true, null)));
    }

    private static string First(ParameterValue value, string schema) =>
        ParameterText.Readings(value, new ShapeOfText(Described.Node(schema))).First().GetRawText();
}
