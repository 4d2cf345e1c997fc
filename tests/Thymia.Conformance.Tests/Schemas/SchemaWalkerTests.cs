using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class SchemaWalkerTests
{
    [Fact]
    public void Visits_every_place_in_the_order_of_the_document() =>
        Assert.Equal(
            ["", "/b", "/b/*", "/b/*/c~1d", "/a", "/a/*"],
            Places(
                """
                {"properties":{"b":{"items":{"properties":{"c/d":{}}}},"a":{"additionalProperties":{"type":"string"}}}}
                """
            )
        );

    [Fact]
    public void Names_a_real_place_beside_the_general_one() =>
        Assert.Equal(
            ["", "/l", "/l/0", "/l/0/0", "/m", "/m/key1"],
            SchemaWalker
                .Walk(
                    Described.Node(
                        """{"properties":{"l":{"items":{"items":{}}},"m":{"additionalProperties":{"minimum":1}}}}"""
                    )
                )
                .Select(s => s.Concrete)
        );

    [Fact]
    public void Walks_a_cycle_once_around() =>
        Assert.Equal(
            ["", "/v", "/next", "/next/v"],
            Places("""{"properties":{"v":{},"next":{"$ref":"#/components/schemas/Subject"}}}""")
        );

    [Fact]
    public void Does_not_drown_in_schemas_that_refer_to_each_other()
    {
        var names = Enumerable.Range(0, 6).Select(i => $"p{i}").ToList();
        var properties = string.Join(',', names.Select(n => $"\"{n}\":{{\"$ref\":\"#/components/schemas/Subject\"}}"));

        Assert.InRange(Places($"{{\"properties\":{{{properties}}}}}").Count(), 7, 60);
    }

    [Fact]
    public void Visits_what_only_a_branch_has_and_tells_which_branch_and_choice()
    {
        var sites = SchemaWalker
            .Walk(
                Described.Node(
                    """
                    {"properties":{"c":{"properties":{"k":{}},"oneOf":[{"properties":{"k":{},"a":{}}},
                      {"properties":{"b":{}}}]}}}
                    """
                )
            )
            .ToList();

        Assert.Equal(["", "/c", "/c/k", "/c/a", "/c/b"], sites.Select(s => s.Concrete));
        Assert.Equal(["", "", "", "-in-branch-1", "-in-branch-2"], sites.Select(s => s.BranchSuffix));
        Assert.Equal("c oneOf", sites[4].Choice!.Id);
        Assert.Null(sites[2].Choice);
    }

    [Fact]
    public void Walks_this_or_null_as_this() =>
        Assert.Equal(["", "/a"], Places("""{"anyOf":[{"properties":{"a":{}}},{"type":"null"}]}"""));

    private static IEnumerable<string> Places(string schema) =>
        SchemaWalker.Walk(Described.Node(schema)).Select(s => s.Location.Pointer);
}
