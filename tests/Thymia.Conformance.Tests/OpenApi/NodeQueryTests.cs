using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class NodeQueryTests
{
    private const string Tree = """
        {"a": {"x": 1, "y": [1, 2, 3, 4], "z-1": null}, "b": [{"n": "p", "k": 1}, {"n": "q"}, {"n": "p", "k": 3.0}],
         "/c/{id}": {"get": {"tags": ["t"]}, "put": {}}}
        """;

    [Theory]
    [InlineData("$", 1, "")]
    [InlineData("$.a.x", 1, "1")]
    [InlineData("$['a']['x']", 1, "1")]
    [InlineData("$[\"a\"]", 1, "")]
    [InlineData("$.a['x','x']", 2, "1")]
    [InlineData("$.a.z-1", 1, "null")]
    [InlineData("$.a.none", 0, "")]
    [InlineData("$.b[0].n", 1, "\"p\"")]
    [InlineData("$.b[-1].k", 1, "3.0")]
    [InlineData("$.b[-4]", 0, "")]
    [InlineData("$.b[*].n", 3, "\"p\"")]
    [InlineData("$.a.y[1:3]", 2, "2")]
    [InlineData("$.a.y[::-1]", 4, "4")]
    [InlineData("$.a.y[:-2]", 2, "1")]
    [InlineData("$.a.y[3:0:-2]", 2, "4")]
    [InlineData("$.a.y[::0]", 0, "")]
    [InlineData("$..k", 2, "1")]
    [InlineData("$..[0]", 3, "")]
    [InlineData("$.*", 3, "")]
    [InlineData("$.b[?@.n == 'p']", 2, "")]
    [InlineData("$.b[?(@.n=='p' && @.k>1)]", 1, "")]
    [InlineData("$.b[?@.k == 3]", 1, "")]
    [InlineData("$.b[?!@.k]", 1, "")]
    [InlineData("$.b[?@.k < 2 || @.n == \"q\"]", 2, "")]
    [InlineData("$.b[?@.none == @.other]", 3, "")]
    [InlineData("$.a[?@ == null]", 1, "null")]
    [InlineData("$.a[?@ != null]", 2, "1")]
    [InlineData("$.b[?length(@.n) >= 1]", 3, "")]
    [InlineData("$.b[?count(@.*) == 1]", 1, "")]
    [InlineData("$.b[?value(@..k) == $.a.x]", 1, "")]
    [InlineData("$['/c/{id}'][?@.tags[?@ == 't']]", 1, "")]
    [InlineData("$['/c/{id}'].get", 1, "")]
    [InlineData("$['\\u002fc/{id}'].put", 1, "{}")]
    public void Finds_what_rfc_9535_says(string query, int count, string first)
    {
        var found = NodeQuery.Parse(query).Find(JsonNode.Parse(Tree));
        Assert.Equal(count, found.Count);
        if (first.Length > 0)
        {
            Assert.Equal(first, found[0].Value?.ToJsonString() ?? "null");
        }
    }

    [Theory]
    [InlineData("", "it ends too early")]
    [InlineData("a", "'a' is not expected at character 1")]
    [InlineData("$.", "it ends too early")]
    [InlineData("$.a b", "' ' is not expected at character 4")]
    [InlineData("$[", "it ends too early")]
    [InlineData("$['a", "it ends too early")]
    [InlineData("$[?]", "']' is not expected at character 4")]
    [InlineData("$[?'a']", "']' is not expected at character 7")]
    [InlineData("$[?match(@, 'a')]", "the function 'match' is not known")]
    [InlineData("$['\\x']", "'x' is not expected at character 5")]
    public void Says_where_a_text_is_no_query(string query, string why) =>
        Assert.Equal(why, Assert.Throws<FormatException>(() => NodeQuery.Parse(query)).Message);

    [Fact]
    public void Is_never_without_end()
    {
        Assert.Contains(
            "nested more than",
            Assert.Throws<FormatException>(() => NodeQuery.Parse("$[?" + new string('(', 900))).Message,
            StringComparison.Ordinal
        );
        JsonNode deep = new JsonArray([.. Enumerable.Range(0, 3_000).Select(i => (JsonNode)i)]);
        Assert.Contains(
            "looks at more than",
            Assert
                .Throws<FormatException>(() =>
                    NodeQuery.Parse("$[?count($..*) > 1 && count($..*) > 0 && count($..*) > 0]").Find(deep)
                )
                .Message,
            StringComparison.Ordinal
        );
    }
}
