using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Tests.Generation;

public sealed class CaseFilterTests
{
    [Theory]
    [InlineData("location=user.birthSex", 64)]
    [InlineData("LOCATION=/user/birthsex", 64)]
    [InlineData("location=user.birthSex, keyword=enum", 37)]
    [InlineData("location=user.*,kind=absent", 3)]
    [InlineData("id=*:enum:lower-case", 2)]
    [InlineData("tier=schema-only,location=webhookUrl", -1)]
    [InlineData("operation=POST /v1/calls,keyword=method", 6)]
    [InlineData("keyword=oneOf", 0)]
    [InlineData("kind=out*,location=language", 1)]
    [InlineData("id=post-v1-calls:language:enum:outsider", 1)]
    [InlineData("tier=documented", 2)]
    [InlineData("tier=*,keyword=method", 0)]
    public void Chooses_by_every_condition(string text, int count)
    {
        var filter = CaseFilter.TryParse(text)!;
        var chosen = Fixtures
            .Load(Fixtures.Contract)
            .Generators[0]
            .Enumerated.Select(p => p.Make())
            .Where(filter.Matches)
            .ToList();

        Assert.Equal(text, filter.ToString());
        if (count < 0)
        {
            Assert.NotEmpty(chosen);
            Assert.All(chosen, c => Assert.Equal((true, Tier.SchemaOnly), (c.IsValid, c.Tier)));
        }
        else
        {
            Assert.Equal(count, chosen.Count);
        }
    }

    [Fact]
    public void Names_what_can_be_asked() =>
        Assert.Equal(["location", "keyword", "kind", "id", "operation", "tier"], CaseFilter.Names);

    [Theory]
    [InlineData("")]
    [InlineData("user")]
    [InlineData("place=user")]
    [InlineData("location=")]
    [InlineData("location=user,")]
    public void Refuses_what_is_no_condition(string text) => Assert.Null(CaseFilter.TryParse(text));
}
