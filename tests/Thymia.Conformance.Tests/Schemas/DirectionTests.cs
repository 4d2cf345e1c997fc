using System.Text.Json;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Schemas;

/// <summary>What one schema demands of requests and of answers.</summary>
public sealed class DirectionTests
{
    private const string Plain = """
        {"type":"object","required":["id","secret","name"],"properties":
         {"id":{"type":"string","readOnly":true},"secret":{"type":"string","writeOnly":true},"name":{"type":"string"}}}
        """;

    private const string ByReference = """
        {"required":["id","secret","name"],"allOf":[{"$ref":"#/components/schemas/Subject/properties/base"}],
          "properties":{"base":
         {"properties":{"id":{"allOf":[{"type":"string","readOnly":true}]},"secret":{"writeOnly":true},"name":{}}}}}
        """;

    private const string InBranch = """
        {"allOf":[{"properties":{"id":{"readOnly":true},"secret":{"writeOnly":true}}},{"required":["id","secret",
          "name"]}]}
        """;

    private const string Pets = """
        {"oneOf":[{"$ref":"#/components/schemas/Subject/properties/Cat"},
          {"$ref":"#/components/schemas/Subject/properties/Dog"}],
         "discriminator":{"propertyName":"kind"MAPPING},
         "properties":{"Cat":{"properties":{"meow":{"type":"boolean"}},"required":["meow"]},
          "Dog":{"properties":{"bark":{"type":"integer"}},"required":["bark"]}}}
        """;

    [Theory]
    [InlineData(Plain)]
    [InlineData(ByReference)]
    [InlineData(InBranch)]
    public void In_3_0_a_property_that_goes_one_way_is_required_of_that_way_alone(string schema)
    {
        Assert.Equal("/name required, /secret required", Broken(schema, "3.0.3", Direction.Request, "{}"));
        Assert.Equal("/id required, /name required", Broken(schema, "3.0.3", Direction.Answer, "{}"));
    }

    [Fact]
    public void In_3_0_a_read_only_property_is_no_part_of_a_request()
    {
        var root = Schema(Plain, "3.0.3", Direction.Request).Root;

        Assert.Equal(["secret", "name"], root.Properties.Select(p => p.Key));
        Assert.DoesNotContain(ConstraintExtraction.Of(root), c => c.Location.Pointer == "/id");
        Assert.Equal(["id", "name"], Schema(Plain, "3.0.3", Direction.Answer).Root.Properties.Select(p => p.Key));
    }

    [Theory]
    [InlineData(Direction.Request)]
    [InlineData(Direction.Answer)]
    public void Where_a_mapping_leads_to_no_branch_its_own_property_names_it(Direction direction)
    {
        const string Elsewhere = """
            {"oneOf":[{"$ref":"#/components/schemas/Subject/properties/Cat"},
              {"$ref":"#/components/schemas/Subject/properties/Dog"}],
             "discriminator":{"propertyName":"kind",
               "mapping":{"cat":"#/components/schemas/Subject/properties/CatInput"}},
             "properties":{"Cat":{"required":["kind"],"properties":{"kind":{"const":"cat"}}},
              "Dog":{"required":["kind"],"properties":{"kind":{"enum":["dog","hound"]}}}}}
            """;

        Assert.Equal("", Broken(Elsewhere, "3.1.0", direction, """{"kind":"cat"}"""));
        Assert.Equal("", Broken(Elsewhere, "3.1.0", direction, """{"kind":"hound"}"""));
        Assert.NotEqual("", Broken(Elsewhere, "3.1.0", direction, """{"kind":"CatInput"}"""));
    }

    [Theory]
    [InlineData(Direction.Request)]
    [InlineData(Direction.Answer)]
    public void From_3_1_on_both_are_annotations(Direction direction)
    {
        Assert.Equal("/id required, /name required, /secret required", Broken(Plain, "3.1.0", direction, "{}"));
        var root = Schema(Plain, "3.1.0", direction).Root;
        Assert.True(root.Property("id")!.ReadOnly);
        Assert.True(root.Property("secret")!.WriteOnly);
    }

    [Theory]
    [InlineData("", """{"kind":"Cat","meow":true}""", "")]
    [InlineData("", """{"kind":"Dog","meow":true}""", "oneOf")]
    [InlineData("", """{"kind":"Bird","meow":true}""", "oneOf")]
    [InlineData("", """{"meow":true}""", "oneOf")]
    [InlineData(
        """
            ,"mapping":{"puss":"#/components/schemas/Subject/properties/Cat"}
            """,
        """{"kind":"puss","meow":true}""",
        ""
    )]
    [InlineData(
        """
            ,"mapping":{"puss":"#/components/schemas/Subject/properties/Cat"}
            """,
        """{"kind":"Cat","meow":true}""",
        "oneOf"
    )]
    public void A_discriminator_names_the_branch_of_a_request(string mapping, string json, string keyword)
    {
        var schema = Pets.Replace("MAPPING", mapping.Trim(), StringComparison.Ordinal);

        Assert.Equal(keyword, Broken(schema, "3.1.0", Direction.Request, json));
        Assert.Equal(keyword, Broken(schema, "3.0.3", Direction.Request, json));
    }

    [Theory]
    [InlineData("3.1.1", Direction.Request)]
    [InlineData("3.1.2", Direction.Request)]
    [InlineData("3.2.0", Direction.Request)]
    [InlineData("3.1.0", Direction.Answer)]
    public void It_changes_no_outcome_elsewhere(string version, Direction direction) =>
        Assert.Equal(
            "",
            Broken(
                Pets.Replace("MAPPING", "", StringComparison.Ordinal),
                version,
                direction,
                """{"kind":"Bird","meow":true}"""
            )
        );

    [Fact]
    public void A_preferred_name_is_no_constraint()
    {
        var root = Schema(Pets.Replace("MAPPING", "", StringComparison.Ordinal), "3.1.1", Direction.Request).Root;

        Assert.Equal(["meow", "kind"], root.OneOf[0].Required);
        Assert.Equal("Cat", Assert.Single(root.OneOf[0].Property("kind")!.Enum!).GetString());
        Assert.DoesNotContain(ConstraintExtraction.Of(root), c => c.Location.Pointer == "/kind");
    }

    [Fact]
    public void Says_which_branch_is_meant()
    {
        var violation = Assert.Single(
            Schema(Pets.Replace("MAPPING", "", StringComparison.Ordinal), "3.1.0", Direction.Answer)
                .Check("""{"kind":"Dog","bark":"loud"}""")
        );

        Assert.Equal("exactly one of the alternatives: Subject.Dog, which its kind names", violation.Expected);
    }

    [Fact]
    public void Shows_what_is_found_however_deep_it_is()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal("type", Assert.Single(Described.Schema("""{"type":"string"}""").Check(deep)).Keyword);
    }

    [Fact]
    public void Reads_a_description_that_is_nested_deeper_than_a_reader_goes_by_itself()
    {
        var schema =
            string.Concat(Enumerable.Repeat("""{"items":""", 90)) + """{"type":"string"}""" + new string('}', 90);
        var json = new string('[', 90) + "1" + new string(']', 90);

        Assert.Equal("type", Assert.Single(Described.Schema(schema).Check(json)).Keyword);
    }

    private static PayloadSchema Schema(string schema, string version, Direction direction) =>
        new SchemaLibrary(Described.By(schema, version)).At(Described.Subject, direction);

    private static string Broken(string schema, string version, Direction direction, string json) =>
        string.Join(
            ", ",
            Schema(schema, version, direction)
                .Check(JsonElement.Parse(json))
                .Select(v => $"{v.Pointer} {v.Keyword}".Trim())
                .Order(StringComparer.Ordinal)
        );
}
