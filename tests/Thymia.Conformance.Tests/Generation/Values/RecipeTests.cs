using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Values;

public sealed class RecipeTests
{
    private static readonly Recipe Plain = new() { Draw = new Draw(new Seed(1), new Seed(2)) };

    [Theory]
    [InlineData("", true)]
    [InlineData("/a", true)]
    [InlineData("/a/bc", true)]
    [InlineData("/a/b", false)]
    [InlineData("/a/bc/d", false)]
    [InlineData("/z", true)]
    public void Needs_what_lies_on_the_way_to_its_places(string pointer, bool needed) =>
        Assert.Equal(needed, (Plain with { Places = ["/z", "/a/bc"] }).Needs(pointer));

    [Theory]
    [InlineData(
        "{type: object, maxProperties: 2, required: [a], properties: {a: {const: 1}, b: {const: 2}, c: {const: 3}}}",
        """{"a":1,"b":2}"""
    )]
    [InlineData(
        "{type: object, maxProperties: 1, required: [a], properties: {a: {const: 1}, b: {const: 2}}}",
        """{"a":1}"""
    )]
    [InlineData(
        "{type: object, additionalProperties: false, minProperties: 2, properties: {a: {const: 1}, b: {const: 2}, c: "
            + "{const: 3}}}",
        """{"a":1,"b":2,"c":3}"""
    )]
    [InlineData("{properties: {a: {const: 1}}}", """{"a":1}""")]
    [InlineData("{additionalProperties: {const: 7}}", """{"key1":7,"key2":7}""")]
    [InlineData("{type: object, additionalProperties: {const: 7}, maxProperties: 1}", """{"key1":7}""")]
    [InlineData(
        "{type: object, additionalProperties: {const: 7}, minProperties: 3}",
        """{"key1":7,"key2":7,"key3":7}"""
    )]
    [InlineData("{items: {const: 4}, minItems: 2, maxItems: 2}", "[4,4]")]
    [InlineData("{type: array, items: {enum: [4]}, minItems: 2, maxItems: 4, uniqueItems: true}", "[4]")]
    [InlineData("{type: 'null'}", "null")]
    public void Puts_values_together(string schema, string expected) =>
        Assert.Equal(expected, Text(schema, Plain with { Includes = _ => true }));

    [Theory]
    [InlineData(
        "{type: object, additionalProperties: false, minProperties: 2, properties: {a: {const: 1}, b: {const: 2}, c: "
            + "{const: 3}}}",
        """{"a":1,"b":2}"""
    )]
    [InlineData("{type: object, properties: {deleteData: {type: boolean}, b: {const: 2}}}", """{"deleteData":true}""")]
    [InlineData(
        "{type: object, required: [b], properties: {deleteData: {type: string}, b: {const: 2}}}",
        """{"b":2}"""
    )]
    [InlineData("{type: object, required: [b], additionalProperties: {const: 3}}", """{"b":3,"key1":3}""")]
    public void Leaves_out_what_need_not_be(string schema, string expected) =>
        Assert.Equal(expected, Text(schema, Plain));

    [Fact]
    public void Takes_what_is_fixed_which_branch_and_how_many()
    {
        const string Schema =
            "{type: object, required: [a, b, c], properties: {a: {type: string}, "
            + "b: {oneOf: [{const: 1}, {const: 2}]}, c: {type: array, minItems: 1, maxItems: 4, items: {const: 0}}}}";
        var recipe = Plain with
        {
            Fixed = new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["/a"] = null },
            Branches = new Dictionary<string, int> { ["/b"] = 1 },
        };
        Assert.Equal(
            """{"a":null,"b":2,"c":[0,0]}""",
            Text(Schema, recipe with { Counts = new Dictionary<string, int> { ["/c"] = 2 } })
        );
        Assert.Equal(
            """{"a":null,"b":2,"c":[0]}""",
            Text(Schema, recipe with { Counts = new Dictionary<string, int> { ["/c"] = 0 } })
        );
        Assert.Equal(
            """{"a":null,"b":2,"c":[0,0,0,0]}""",
            Text(Schema, recipe with { Counts = new Dictionary<string, int> { ["/c"] = 9 } })
        );
    }

    [Fact]
    public void An_open_object_follows_the_example_and_varies_names_of_people()
    {
        var example = System.Text.Json.Nodes.JsonNode.Parse(
            """{"context":{"id":"A1","name":"Greg","deep":{"firstName":"Ann","n":1},"list":[1]}}"""
        );
        var node = Described.Node("{type: object, required: [context], properties: {context: {type: object}}}");
        var made = new ValueSource(example).Make(node, Plain)!["context"]!;
        Assert.Equal("A1", made["id"]!.ToString());
        Assert.NotEqual("Greg", made["name"]!.ToString());
        Assert.NotEqual("Ann", made["deep"]!["firstName"]!.ToString());
        Assert.Equal(
            """{"n":1,"list":[1]}""",
            $$"""{"n":{{made["deep"]!["n"]}},"list":{{made["list"]!.ToJsonString()}}}"""
        );
    }

    [Fact]
    public void An_open_object_has_as_many_properties_as_it_must()
    {
        var made = Text("{type: object, minProperties: 4}", Plain);
        Assert.Matches("""^\{"reference":"[0-9a-f]{8}","note":"[a-z]+ [a-z]+ [a-z]+","key1":1,"key2":2\}$""", made);
    }

    private static string Text(string schema, Recipe recipe) =>
        new ValueSource(null).Make(Described.Node(schema), recipe)?.ToJsonString() ?? "null";
}
