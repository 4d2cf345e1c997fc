using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Generation.Solving;

public sealed class AnySchemaTests
{
    [Theory]
    [InlineData(
        """
            {"oneOf":[{"type":"object","required":["n"],"properties":{"n":{"type":"string"},"a":{"type":"boolean"}}},
              {"type":"object","required":["n"],"properties":{"n":{"type":"string"},"b":{"type":"boolean"}}}]}
            """
    )]
    [InlineData(
        """{"type":"object","required":["v"],"properties":{"v":{"oneOf":[{"type":"integer"},{"type":"number"}]}}}"""
    )]
    [InlineData(
        """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},
              {"required":["b"]}]}
            """
    )]
    [InlineData(
        """
            {"oneOf":[{"properties":{"t":{"const":"x"},"v":{"type":"integer"}},"required":["t","v"]},
              {"properties":{"t":{"const":"y"},"w":{"type":"string"}},"required":["t","w"]}]}
            """
    )]
    [InlineData(
        """
            {"anyOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}},
              {"anyOf":[{"type":"string"}]}]}
            """
    )]
    [InlineData("""{"oneOf":[{"oneOf":[{"type":"string"},{"type":"integer"}]},{"type":"object","maxProperties":0}]}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"not":{"required":["a","b"]}}"""
    )]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"string","not":{"maxLength":3}}}}""")]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"integer","not":{"multipleOf":2}}}}""")]
    [InlineData("""{"not":{"type":"object","properties":{"a":{"type":"string"}}}}""")]
    [InlineData(
        """{"not":{"anyOf":[{"type":"string"},{"type":"object","required":["a"]}]},"type":["string","object"]}"""
    )]
    [InlineData(
        """
            {"type":"object","required":["k"],"properties":{"k":{"enum":["p","m"]}},
              "if":{"properties":{"k":{"const":"p"}}},"then":{"required":["s"]},"else":{"required":["e"]}}
            """
    )]
    [InlineData("""{"type":"array","contains":{"const":1},"minContains":2,"maxContains":3}""")]
    [InlineData(
        """{"type":"array","prefixItems":[{"type":"string"},{"enum":[1,2]}],"items":{"type":"boolean"},"minItems":4}"""
    )]
    [InlineData(
        """
            {"type":"object","patternProperties":{"^x-":{"type":"integer"}},
              "additionalProperties":false,"minProperties":2}
            """
    )]
    [InlineData("""{"type":"object","propertyNames":{"pattern":"^[A-Z]{3}$"},"minProperties":2}""")]
    [InlineData(
        """
            {"type":"object","required":["card"],"dependentRequired":{"card":["address"]},
              "dependentSchemas":{"address":{"required":["zip"],"properties":{"zip":{"type":"integer"}}}}}
            """
    )]
    [InlineData(
        """
            {"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}],
              "properties":{"b":{"type":"string"}},"unevaluatedProperties":false}
            """
    )]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"}],"unevaluatedItems":false,"minItems":1}""")]
    [InlineData(
        """
            {"type":"object","required":["next"],"properties":{"next":{"anyOf":[{"$ref":"#/components/schemas/Subject"},
              {"type":"null"}]}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","required":["all"],"properties":{"all":{"type":"array",
              "items":{"$ref":"#/components/schemas/Subject"}}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","required":["map"],"properties":{"map":{"type":"object",
              "additionalProperties":{"$ref":"#/components/schemas/Subject"}}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"type":"array","uniqueItems":true,"minItems":2,
              "items":{"type":"boolean"}}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","properties":{"v":{"type":"array","uniqueItems":true,"minItems":3,"items":{"type":"object",
              "properties":{"t":{"type":"string"}}}}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"type":"number","exclusiveMinimum":0,
              "exclusiveMaximum":0.001}}}
            """
    )]
    [InlineData(
        """{"type":"object","required":["v"],"properties":{"v":{"type":"integer","multipleOf":0.123456789}}}"""
    )]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"number","minimum":1e30}}}""")]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"enum":[1e30,5]}}}""")]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"string","enum":["a",1,null]}}}""")]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"boolean","enum":[true,false]}}}""")]
    [InlineData(
        """{"type":"object","required":["v"],"properties":{"v":{"type":"string","enum":["c\"d","a\\b","\u0000"]}}}"""
    )]
    [InlineData(
        """{"type":"object","required":["v"],"properties":{"v":{"type":"string","maxLength":2147483647,"maximum":3}}}"""
    )]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"type":"array","maxItems":2147483647,
              "items":{"type":"string"}}}}
            """
    )]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"string","minLength":100000}}}""")]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"type":"array","minItems":2000,
              "items":{"type":"integer"}}}}
            """
    )]
    [InlineData(
        """{"type":"object","required":["v"],"properties":{"v":{"type":"string","format":"uri","maxLength":10}}}"""
    )]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"type":"string","format":"email","minLength":60,
              "maxLength":62}}}
            """
    )]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"allOf":[{"type":"string","pattern":"^a"},
              {"pattern":"z$","minLength":9}]}}}
            """
    )]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"integer","format":"uuid"}}}""")]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"array","items":false}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"not":{}}}}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","minLength":5,"maxLength":2}}}"""
    )]
    [InlineData("""{"const":{"a":[1,{"b":null}]}}""")]
    public void Has_valid_cases_and_none_that_contradicts_itself(string schema)
    {
        var (generator, guard) = OneSchema.Of(schema);
        Assert.Null(generator.Problem);

        var cases = generator.Plan(12).Select(p => p.Make()).ToList();

        Assert.All(cases, c => Assert.Null(guard.Contradiction(c)));
        Assert.Contains(cases, c => c.IsValid && c.Request.Body is not null);
        Assert.Contains(cases, c => !c.IsValid);
    }

    [Theory]
    [InlineData(
        """{"type":"object","required":["parent"],"properties":{"parent":{"$ref":"#/components/schemas/Subject"}}}""",
        "no finite value fits"
    )]
    [InlineData(
        """
            {"type":"object","required":["items"],"properties":{"items":{"type":"array","minItems":1,
              "items":{"$ref":"#/components/schemas/Subject"}}}}
            """,
        "no finite value fits"
    )]
    [InlineData(
        """{"type":"object","required":["v"],"properties":{"v":{"type":"string","minLength":5,"maxLength":2}}}""",
        "'minLength' 5 is above 'maxLength' 2"
    )]
    [InlineData(
        """{"type":"object","required":["a"],"properties":{"b":{"type":"string"}},"additionalProperties":false}""",
        "'a' is required, yet not allowed"
    )]
    [InlineData(
        """
            {"type":"object","required":["v"],"properties":{"v":{"type":"array","uniqueItems":true,"minItems":3,
              "items":{"enum":["a","b"]}}}}
            """,
        "'uniqueItems'"
    )]
    [InlineData("""{"type":"object","required":["v"],"properties":{"v":{"type":"string","enum":[1,2,3]}}}""", "'enum'")]
    [InlineData("""{"allOf":[{"type":"string"},{"type":"integer"}]}""", "no type in common")]
    [InlineData("""{"type":"integer","minimum":5,"maximum":4}""", "no number from 5 to 4")]
    [InlineData("""{"type":"integer","exclusiveMinimum":1,"exclusiveMaximum":2}""", "no multiple of 1")]
    [InlineData("""{"oneOf":[true,true]}""", "fits")]
    [InlineData("""{"not":{}}""", "excludes")]
    public void Is_refused_with_its_reason_where_nothing_fits(string schema, string reason)
    {
        var problem = OneSchema.Of(schema).Generator.Problem;

        Assert.NotNull(problem);
        Assert.True(problem.IsProven, problem.Reason);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.StartsWith("/components/schemas/Subject", problem.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_without_texts_leaves_its_place_out_and_all_else_in()
    {
        var (generator, _) = OneSchema.Of(
            """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","pattern":"a^b"}}}"""
        );

        Assert.Contains(generator.Enumerated, p => p.Id.Contains(":a:type:", StringComparison.Ordinal));
        Assert.DoesNotContain(generator.Enumerated, p => p.Id.Contains(":b:pattern:", StringComparison.Ordinal));
        Assert.Contains(generator.Untested, u => u.Contains("a^b", StringComparison.Ordinal));
    }

    [Fact]
    public void Cases_beyond_the_greatest_number_are_left_out_and_counted()
    {
        var properties = string.Join(
            ',',
            Enumerable.Range(0, 40).Select(i => $"\"p{i}\":{{\"type\":\"string\",\"maxLength\":9}}")
        );
        var description = OneSchema.Around("{\"type\":\"object\",\"properties\":{" + properties + "}}");
        var generator = Generator(description, new CaseLimits { MaxCases = 300 });

        Assert.InRange(generator.Enumerated.Count, 250, 300);
        Assert.All(Enumerable.Range(0, 40), i =>
            Assert.Contains(generator.Enumerated, p =>
                p.Id.StartsWith($"post-s:p{i}:maxLength:", StringComparison.Ordinal)
            )
        );
        Assert.Contains(generator.Untested, u => u.Contains("--max-cases", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        90,
        "each of 81 constraints is broken in 1 way at most, since there is room for 90 cases (--max-cases)"
    )]
    [InlineData(50, "31 of 81 constraints are broken by no case, since there is room for 50 cases (--max-cases)")]
    [InlineData(2_000, null)]
    public void Constraints_beyond_the_room_for_cases_are_counted(int maxCases, string? sentence)
    {
        var properties = string.Join(
            ',',
            Enumerable.Range(0, 40).Select(i => $"\"p{i}\":{{\"type\":\"string\",\"maxLength\":9}}")
        );
        var description = OneSchema.Around("{\"type\":\"object\",\"properties\":{" + properties + "}}");

        var untested = Generator(description, new CaseLimits { MaxCases = maxCases }).Untested;

        Assert.Equal(
            sentence is null ? [] : [$"POST /s: {sentence}"],
            untested.Where(u => u.Contains(" constraints ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void An_object_that_may_have_no_property_is_sent_empty()
    {
        var (generator, guard) = OneSchema.Of("""{"type":"object","properties":{},"additionalProperties":false}""");

        Assert.Contains(generator.Enumerated, p => p.IsValid);
        Assert.All(generator.Enumerated, p => Assert.Null(guard.Contradiction(p.Make())));
    }

    [Fact]
    public void A_default_that_breaks_its_own_schema_is_no_case_and_no_remark()
    {
        var (generator, _) = OneSchema.Of(
            """{"type":"object","properties":{"a":{"type":"string","pattern":"^[0-9]+$","default":"none"}}}"""
        );

        Assert.DoesNotContain(generator.Enumerated, p => p.Id.Contains(":default:", StringComparison.Ordinal));
        Assert.DoesNotContain(generator.Untested, u => u.Contains("at a", StringComparison.Ordinal));
    }

    [Fact]
    public void Planning_ends_when_nobody_waits_for_it()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var generator = Generator(
            OneSchema.Around(
                """{"type":"object","properties":{"a":{"oneOf":[{"type":"integer"},{"type":"number"}]}}}"""
            ),
            new CaseLimits { Cancellation = source.Token }
        );

        Assert.Throws<OperationCanceledException>(() => generator.Enumerated);
    }

    private static CaseGenerator Generator(ApiDescription description, CaseLimits limits) =>
        new(description, description.Operations[0], new SchemaLibrary(description), new Seed(1), null, limits);
}
