using System.Text;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Drift;

namespace Thymia.Conformance.Tests.Reports.Drift;

public sealed class ChoiceDriftTests
{
    private const string Cat = """{"$ref":"#/components/schemas/Cat"}""";
    private const string Dog = """{"$ref":"#/components/schemas/Dog"}""";
    private const string Text = """{"type":"string","maxLength":5}""";
    private const string Number = """{"type":"integer"}""";
    private const string Card = """{"title":"Card","type":"object","properties":{"number":{"type":"string"}}}""";
    private const string Transfer = """{"title":"Transfer","type":"object","properties":{"iban":{"type":"string"}}}""";
    private const string Square =
        """{"type":"object","properties":{"kind":{"const":"square"},"side":{"type":"number"}}}""";
    private const string Circle =
        """{"type":"object","properties":{"kind":{"const":"circle"},"radius":{"type":"number"}}}""";

    [Theory]
    [InlineData(Cat, Dog)]
    [InlineData(Text, Number)]
    [InlineData(Card, Transfer)]
    [InlineData(Square, Circle)]
    [InlineData(Cat, Text)]
    public void Another_order_changes_nothing(string one, string other)
    {
        Assert.Empty(Changes($"{one},{other}", $"{other},{one}"));
        Assert.Empty(Changes($"{one},{other}", $"{other},{one}", "anyOf"));
    }

    [Theory]
    [InlineData(Cat, Dog, Text, "branch string of oneOf added")]
    [InlineData(Text, Number, Cat, "branch Cat of oneOf added")]
    [InlineData(Square, Transfer, Circle, "branch kind \"circle\" of oneOf added")]
    [InlineData(Square, Circle, Card, "branch Card of oneOf added")]
    public void A_branch_put_in_before_the_others_is_one_change(string one, string other, string added, string what)
    {
        var change = Assert.Single(Changes($"{one},{other}", $"{added},{one},{other}"));

        Assert.Equal((Broken.Providers, what), (change.Breaks, change.What));
        Assert.Null(change.OldLine);
    }

    [Fact]
    public void A_branch_taken_out_is_one_change()
    {
        var change = Assert.Single(Changes($"{Cat},{Dog},{Text}", $"{Dog},{Text}"));

        Assert.Equal((Broken.Consumers, "branch Cat of oneOf removed"), (change.Breaks, change.What));
    }

    [Theory]
    [InlineData(Card, Transfer, "iban", "bic", "/bic: property added", "/iban: property removed")]
    [InlineData(Square, Circle, "radius", "width", "/radius: property removed", "/width: property added")]
    [InlineData(Number, Text, ":5", ":4", ": maxLength 5 became 4")]
    public void A_branch_that_moved_and_changed_is_compared_with_itself(
        string one,
        string other,
        string old,
        string now,
        params string[] changes
    ) =>
        Assert.Equal(
            changes,
            Changes($"{one},{other}", $"{other.Replace(old, now, StringComparison.Ordinal)},{one}")
                .Select(c =>
                    $"{c.Where}: {c.What}"["POST /a, request body".Length..]
                        .Replace(" at ", "", StringComparison.Ordinal)
                )
                .Order()
        );

    [Theory]
    [InlineData("", Cat, Broken.Consumers, "branch Cat of oneOf added")]
    [InlineData(Cat, "", Broken.Providers, "branch Cat of oneOf removed")]
    public void A_choice_where_there_was_none_narrows(string old, string now, Broken breaks, string what)
    {
        var change = Assert.Single(Changes(old, now));

        Assert.Equal((breaks, what), (change.Breaks, change.What));
    }

    private static IReadOnlyList<ContractChange> Changes(string old, string now, string keyword = "oneOf") =>
        new ContractDrift(Parse(old, keyword), Parse(now, keyword)).Changes;

    private static ApiDescription Parse(string branches, string keyword)
    {
        var schema = branches.Length == 0 ? "{}" : $"{{\"{keyword}\":[{branches}]}}";
        return DescriptionReader.Parse(
            Encoding.UTF8.GetBytes(
                """
                {"openapi":"3.1.0","info":{"title":"t","version":"1"},
                  "paths":{"/a":{"post":{"requestBody":{"content":{"application/json":
                {"schema":SCHEMA}}},"responses":{"200":{"description":"ok"}}}}},
                "components":{"schemas":{"Cat":{"type":"object","properties":{"purrs":{"type":"boolean"}}},
                "Dog":{"type":"object","properties":{"barks":{"type":"boolean"}}}}}}
                """.Replace("SCHEMA", schema, StringComparison.Ordinal)
            ),
            "api.json"
        );
    }
}
