using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>Descriptions that contradict themselves are common: no case may be wrong for it.</summary>
public sealed class DescriptionsAtFaultTests
{
    [Theory]
    [InlineData("example: {name: far too long}")]
    [InlineData("properties: {n: {type: integer, default: none}}")]
    [InlineData("properties: {n: {enum: [a, bb], minLength: 2}}")]
    [InlineData("properties: {n: {type: object, required: [a], default: {b: 1}}}")]
    public void A_value_that_breaks_its_own_schema_is_in_no_valid_case(string addition)
    {
        var (generators, guard) = Fixtures.Load(Description(addition));

        var cases = generators[0].Plan(60).Select(p => p.Make()).ToList();

        Assert.NotEmpty(cases);
        Assert.Empty(cases.Select(guard.Contradiction).OfType<string>());
    }

    [Fact]
    public void The_first_example_that_honours_the_schema_is_the_documented_one()
    {
        var (generators, _) = Fixtures.Load(Description("examples: [{name: far too long}, {name: fits}]"));

        var documented = generators[0]
            .Enumerated.Select(p => p.Make())
            .Single(c => c.Tier == Tier.Documented && c.Kind == "documented");

        Assert.Equal("""{"name":"fits"}""", System.Text.Encoding.UTF8.GetString(documented.Request.Body!.Value.Span));
    }

    [Fact]
    public void What_a_keyword_that_is_passed_over_may_forbid_need_not_be_accepted()
    {
        var description = Description("propertyNames: {$vocabulary: {}}") with
        {
            IgnoredKeywords = new HashSet<string> { "$vocabulary" },
        };

        var cases = Fixtures.Load(description).Generators[0].Plan(20).Select(p => p.Make()).ToList();

        Assert.Contains(cases, c => !c.IsValid);
        Assert.All(cases.Where(c => c.IsValid), c => Assert.Equal(Tier.SchemaOnly, c.Tier));
    }

    private static ApiDescription Description(string addition) =>
        Described.Read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name]
                          additionalProperties: {}
                          allOf: [{properties: {name: {type: string, maxLength: 5}}}]
                          ADDITION
                  responses: {'200': {description: ok}, '422': {description: no}}
            """.Replace("ADDITION", addition, StringComparison.Ordinal)
        );
}
