namespace Thymia.Conformance.Tests.Generation.Solving;

/// <summary>Schemas whose values are found where the first place that comes to mind for them will not do.</summary>
public sealed class RareSchemasTests
{
    [Theory]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"}],"contains":{"type":"integer"}}""")]
    [InlineData(
        """
            {"type":"array","prefixItems":[{"type":"string"},{"type":"integer"},{"type":"string"}],
              "items":false,"contains":{"type":"integer","minimum":100}}
            """
    )]
    [InlineData(
        """
            {"oneOf":[{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false},
              {"type":"object","properties":{"b":{"type":"string"}},"additionalProperties":false}]}
            """
    )]
    [InlineData(
        """
            {"type":"object","properties":{"a":{"type":"string"},"Zb":{"type":"string"}},
              "additionalProperties":false,"not":{"propertyNames":{"pattern":"^[a-z]"}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},
              "additionalProperties":false,"not":{"properties":{"a":true},"additionalProperties":false}}
            """
    )]
    [InlineData(
        """
            {"type":["object","integer"],"required":["c"],"dependentSchemas":{"c":{"required":["n"],
              "additionalProperties":false}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","properties":{"a":{"type":"array","maxItems":0,"items":{"type":"string"}},
              "b":{"type":"string"}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","properties":{"a":{"type":"array","minItems":2,"maxItems":1},
              "b":{"type":"string"}}}
            """
    )]
    [InlineData("""{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Subject"}}""")]
    [InlineData(
        """
            {"type":"array","uniqueItems":true,"minItems":50,"items":{"type":"integer","minimum":1,
              "maximum":50}}
            """
    )]
    [InlineData("""{"type":"array","uniqueItems":true,"minItems":30,"items":{"type":"string","maxLength":1}}""")]
    [InlineData("""{"type":"array","uniqueItems":true,"minItems":500,"items":{"type":"integer"}}""")]
    [InlineData("""{"type":"array","minItems":20000,"items":{"type":"integer"}}""")]
    [InlineData("""{"minLength":3,"maxLength":1,"anyOf":[{"type":"array","items":{"enum":[]}},{"type":"boolean"}]}""")]
    [InlineData(
        """
            {"type":"string","format":"date-time",
              "pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"}
            """
    )]
    [InlineData("""{"type":"string","format":"uuid","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-7"}""")]
    [InlineData("""{"type":"string","format":"date","pattern":"-01$"}""")]
    [InlineData("""{"type":"string","format":"uri","pattern":"\\?[a-z]+=\\d+$"}""")]
    [InlineData("""{"type":"string","format":"email","pattern":"[A-Z]"}""")]
    public void Have_valid_cases_and_none_that_contradicts_itself(string schema)
    {
        var (generator, guard) = OneSchema.Of(schema);
        Assert.Null(generator.Problem);

        var cases = generator.Plan(3).Select(p => p.Make()).ToList();

        Assert.All(cases, c => Assert.Null(guard.Contradiction(c)));
        Assert.Contains(cases, c => c.IsValid && c.Request.Body is not null);
    }

    [Fact]
    public void A_map_of_maps_of_itself_is_small()
    {
        var (generator, _) = OneSchema.Of(
            """{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Subject"}}"""
        );

        var sizes = generator
            .Plan(20)
            .Select(p => p.Make())
            .Where(c => c.IsValid)
            .Select(c => c.Request.Body!.Value.Length);

        Assert.All(sizes, size => Assert.InRange(size, 2, 4_000));
    }

    [Fact]
    public void What_needs_more_bytes_than_a_case_may_have_is_named()
    {
        var problem = OneSchema.Of("""{"type":"string","minLength":2000000}""").Generator.Problem;

        Assert.NotNull(problem);
        Assert.False(problem.IsProven);
        Assert.Contains("needs more than 1048576 bytes", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"type":"array","uniqueItems":true,"minItems":51,"items":{"type":"integer","minimum":1,"maximum":50}}"""
    )]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"}],"items":false,"contains":{"type":"integer"}}""")]
    public void Have_no_values_where_there_are_none(string schema) =>
        Assert.NotNull(OneSchema.Of(schema).Generator.Problem);
}
