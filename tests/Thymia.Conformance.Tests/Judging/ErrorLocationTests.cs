using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Judging;

public sealed class ErrorLocationTests
{
    private const string Sex = """["body","user","birthSex"]""";

    [Fact]
    public void Finds_blame_laid_elsewhere() =>
        Assert.Equal(
            [
                "error-location: POST /v1/calls, answer body at /detail/0/loc: found [\"body\", \"language\"] for "
                    + "\"male\" (lower-case), expected [\"body\", \"user\", \"birthSex\"] (UserDetails.birthSex, enum)",
            ],
            Sample.Findings(Sample.LowerCaseSex, 422, Sample.Errors("""["body","language"]"""))
        );

    [Fact]
    public void Finds_blame_laid_on_a_sound_place_as_well() =>
        Assert.Equal(
            [
                "error-location: POST /v1/calls, answer body at /detail/1/loc: found [\"body\", \"agent\"] for "
                    + "\"male\" (lower-case), "
                    + "expected no blame but [\"body\", \"user\", \"birthSex\"] (UserDetails.birthSex, enum)",
            ],
            Sample.Findings(Sample.LowerCaseSex, 422, Sample.Errors(Sex, """["body","agent"]"""))
        );

    [Theory]
    [InlineData("""["body","user"]""")]
    [InlineData("""["user","birthSex"]""")]
    [InlineData("""["body","user","birthsex"]""")]
    [InlineData("""["body","user","birthSex","extra"]""")]
    public void Finds_a_way_that_does_not_quite_lead_there(string loc) =>
        Assert.Single(Sample.Findings(Sample.LowerCaseSex, 422, Sample.Errors(loc)));

    [Theory]
    [InlineData("""["body","user"]""")]
    [InlineData("""["body","user","birthSex","MALE"]""")]
    public void Lets_containing_and_contained_places_be_blamed_too(string other) =>
        Assert.Empty(Sample.Findings(Sample.LowerCaseSex, 422, Sample.Errors(Sex, other)));

    [Fact]
    public void Takes_any_place_the_case_allows()
    {
        var either = Sample.LowerCaseSex with
        {
            Expectation = new Expectation.Rejected(422, [Location.At("/user/birthSex"), Location.At("/user")]),
        };

        Assert.Empty(Sample.Findings(either, 422, Sample.Errors("""["body","user"]""")));
    }

    [Fact]
    public void Asks_for_no_place_where_the_case_names_none()
    {
        var anywhere = Sample.LowerCaseSex with { Expectation = new Expectation.Rejected(422, []) };

        Assert.Empty(Sample.Findings(anywhere, 422, Sample.Errors("""["query","x"]""")));
    }

    [Fact]
    public void Takes_the_position_of_the_fault_in_a_text_that_is_no_json()
    {
        var malformed = Sample.LowerCaseSex with { Expectation = new Expectation.Rejected(422, [Location.Body]) };

        Assert.Empty(Sample.Findings(malformed, 422, Sample.Errors("""["body",17]""")));
        Assert.Single(Sample.Findings(malformed, 422, Sample.Errors("""["header",17]""")));
    }

    [Fact]
    public void Compares_header_names_in_any_case()
    {
        var header = Sample.LowerCaseSex with
        {
            Expectation = new Expectation.Rejected(422, [Location.Header("x-api-key")]),
        };

        Assert.Empty(Sample.Findings(header, 422, Sample.Errors("""["header","X-Api-Key"]""")));
    }
}
