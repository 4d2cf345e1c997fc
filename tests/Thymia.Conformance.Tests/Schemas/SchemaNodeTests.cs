using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class SchemaNodeTests
{
    [Theory]
    [InlineData("{}", JsonTypes.Any)]
    [InlineData("true", JsonTypes.Any)]
    [InlineData("false", JsonTypes.None)]
    [InlineData("""{"type":"integer"}""", JsonTypes.Integer)]
    [InlineData("""{"type":["string","null"]}""", JsonTypes.String | JsonTypes.Null)]
    [InlineData("""{"type":"number","allOf":[{"type":"integer"}]}""", JsonTypes.Integer)]
    [InlineData("""{"allOf":[{"type":"string"},{"type":"integer"}]}""", JsonTypes.None)]
    [InlineData("""{"allOf":[{"type":"string"},false]}""", JsonTypes.None)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", JsonTypes.String | JsonTypes.Null)]
    [InlineData(
        """
            {"oneOf":[{"type":["null"]},{"$ref":"#/components/schemas/Subject/$defs/s"}],
              "$defs":{"s":{"type":"string"}}}
            """,
        JsonTypes.String | JsonTypes.Null
    )]
    [InlineData("""{"allOf":[{"anyOf":[{"type":"string"},{"type":"null"}]}]}""", JsonTypes.String | JsonTypes.Null)]
    [InlineData("""{"type":"string","anyOf":[{"type":"string"},{"type":"null"}]}""", JsonTypes.String)]
    [InlineData("""{"allOf":[{"anyOf":[{"type":"string"},{"type":"null"}]},{"type":"string"}]}""", JsonTypes.String)]
    [InlineData("""{"oneOf":[{"type":["string","null"]},{"type":"null"}]}""", JsonTypes.Any)]
    [InlineData("""{"oneOf":[{},{"type":"null"}]}""", JsonTypes.Any)]
    public void Knows_the_types_that_are_allowed_in_the_end(string schema, JsonTypes types) =>
        Assert.Equal(types, Described.Node(schema).Types);

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", JsonTypes.String | JsonTypes.Null)]
    [InlineData("""{"type":"string","nullable":true,"allOf":[{"type":"string"}]}""", JsonTypes.String)]
    public void Knows_the_types_of_a_description_of_3_0(string schema, JsonTypes types) =>
        Assert.Equal(types, Described.Node(schema, "3.0.3").Types);

    [Theory]
    [InlineData("""{"enum":[1,"a",null]}""", "1 a null")]
    [InlineData("""{"const":5}""", "5")]
    [InlineData("""{"const":null}""", "null")]
    [InlineData("""{"enum":[1,2,3],"const":2.0}""", "2")]
    [InlineData("""{"enum":[1,2,3],"allOf":[{"enum":[3,4,2]}]}""", "2 3")]
    [InlineData("""{"enum":["a",null,5],"type":"string"}""", "a")]
    [InlineData("""{"enum":[1,2.5],"type":"integer"}""", "1")]
    [InlineData("""{"enum":["a","bb","ccc"],"minLength":2,"allOf":[{"pattern":"b"}]}""", "bb")]
    [InlineData("""{"enum":["a",null],"anyOf":[{"minLength":1,"type":"string"},{"type":"null"}]}""", "a null")]
    public void Keeps_the_members_that_every_schema_allows(string schema, string members) =>
        Assert.Equal(
            members,
            string.Join(
                ' ',
                Described
                    .Node(schema)
                    .Enum!.Select(m => m.ValueKind == System.Text.Json.JsonValueKind.Null ? "null" : $"{m}")
            )
        );

    [Fact]
    public void Takes_the_strictest_of_several_bounds()
    {
        var node = Described.Node(
            """
            {"minLength":1,"maxLength":9,"minItems":2.0,"maxItems":8,"minProperties":1,"maxProperties":3,"minimum":1,
              "maximum":10,
             "exclusiveMinimum":0,"exclusiveMaximum":11,"multipleOf":0.4,"required":["a"],
               "allOf":[{"$ref":"#/components/schemas/Subject/$defs/x"}],
             "$defs":{"x":{"minLength":2,"maxLength":5,"minItems":1,"maxItems":20,"minProperties":2,"maxProperties":2,
               "minimum":2.5,"maximum":9,
              "exclusiveMinimum":1,"exclusiveMaximum":9.5,"multipleOf":0.6,"required":["b","a"],"uniqueItems":true}}}
            """
        );

        Assert.Equal(
            (2, 5, 2, 8, 2, 2),
            (node.MinLength, node.MaxLength, node.MinItems, node.MaxItems, node.MinProperties, node.MaxProperties)
        );
        Assert.Equal(
            (2.5m, 9m, 1m, 9.5m, 1.2m),
            (node.Minimum, node.Maximum, node.ExclusiveMinimum, node.ExclusiveMaximum, node.MultipleOf)
        );
        Assert.Equal(["a", "b"], node.Required);
        Assert.True(node.UniqueItems);
    }

    [Fact]
    public void Takes_bounds_beyond_any_value_for_none_or_the_greatest()
    {
        var node = Described.Node("""{"maxLength":99999999999999999999,"maximum":1e400,"minimum":-1e-400}""");

        Assert.Equal((int.MaxValue, null, null), (node.MaxLength, node.Maximum, node.Minimum));
    }

    [Fact]
    public void Governs_a_property_by_every_schema_that_has_a_say_in_it()
    {
        var node = Described.Node(
            """
            {"properties":{"a":{"minimum":1},"c":{}},
             "allOf":[{"properties":{"a":{"maximum":5},"b":{}}},{"additionalProperties":{"type":"integer"}},
               {"properties":{"c":false}}]}
            """
        );

        Assert.Equal(["a", "b"], node.Properties.Select(p => p.Key));
        var a = node.Properties[0].Value;
        Assert.Equal((1m, 5m, JsonTypes.Integer), (a.Minimum, a.Maximum, a.Types));
        Assert.Equal(JsonTypes.Integer, node.Properties[1].Value.Types);
    }

    [Fact]
    public void Leaves_out_a_property_that_another_schema_does_not_allow()
    {
        var node = Described.Node(
            """
            {"allOf":[{"properties":{"a":{}},"additionalProperties":false},{"properties":{"a":{},"b":{}}}]}
            """
        );

        Assert.Equal(["a"], node.Properties.Select(p => p.Key));
        Assert.False(node.AllowsAdditional);
        Assert.Null(node.AdditionalProperties);
    }

    [Fact]
    public void Lets_siblings_of_a_reference_add_to_it()
    {
        var node = Described.Node(
            """
            {"$ref":"#/components/schemas/Subject/$defs/x","description":"mine","minLength":3,
              "$defs":{"x":{"type":"string","description":"its","maxLength":9}}}
            """
        );

        Assert.Equal((3, 9, JsonTypes.String), (node.MinLength, node.MaxLength, node.Types));
        Assert.Equal("/components/schemas/Subject/$defs/x", node.PointerOf("maxLength"));
        Assert.Equal("/components/schemas/Subject", node.PointerOf("minLength"));
        Assert.Equal("/components/schemas/Subject", node.PointerOf("pattern"));
    }

    [Fact]
    public void Goes_round_a_cycle_as_often_as_it_is_asked()
    {
        var node = Described.Node("""{"title":"t","properties":{"next":{"$ref":"#/components/schemas/Subject"}}}""");

        Assert.Equal(
            "t",
            node.Properties[0].Value.Properties[0].Value.Properties[0].Value.First("title")!.Value.GetString()
        );
    }

    [Fact]
    public void Joins_a_chosen_branch_with_what_stands_beside_the_choice()
    {
        var node = Described.Node(
            """
            {"type":"object","required":["k"],"oneOf":[{"properties":{"a":{}}},{"required":["b"],"anyOf":[{},{},{}]}],
              "anyOf":[{},{},{"maxProperties":3}]}
            """
        );

        var second = node.Choose("oneOf", 1);

        Assert.Equal(["k", "b"], second.Required);
        Assert.Empty(second.OneOf);
        Assert.Equal(3, second.Choose("anyOf", 2).MaxProperties);
        Assert.Same(second, node.Choose("oneOf", 1));
    }

    [Fact]
    public void Keeps_another_choice_beside_this_or_null()
    {
        var node = Described.Node("""{"anyOf":[{},{},{}],"oneOf":[{"type":"string"},{"type":"null"}]}""");

        Assert.Equal((3, 0, JsonTypes.String | JsonTypes.Null), (node.AnyOf.Count, node.OneOf.Count, node.Types));
    }

    [Fact]
    public void Collects_examples_and_default()
    {
        var node = Described.Node("""{"example":0,"examples":[1,2],"default":null,"allOf":[{"examples":[3]}]}""");

        Assert.Equal(["1", "2", "0", "3"], node.Examples.Select(e => e.GetRawText()));
        Assert.Equal("null", node.Default!.Value.GetRawText());
        Assert.Null(Described.Node("{}").Default);
    }

    [Theory]
    [InlineData("""{"items":true}""", null)]
    [InlineData("""{"items":{"type":"string"},"allOf":[{"items":{"minLength":1}}]}""", JsonTypes.String)]
    [InlineData("""{"items":false}""", JsonTypes.None)]
    public void Merges_what_is_said_of_items(string schema, JsonTypes? types) =>
        Assert.Equal(types, Described.Node(schema).Items?.Types);
}
