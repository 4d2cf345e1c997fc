using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Tests.Reports.Masks;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("$.user.name", "user/name", true)]
    [InlineData("$.user.name", "name", false)]
    [InlineData("$.user.name", "user/name/first", false)]
    [InlineData("$..name", "name", true)]
    [InlineData("$..name", "a/0/name", true)]
    [InlineData("$..name", "a/names", false)]
    [InlineData("$..user.name", "a/user/name", true)]
    [InlineData("$..user.name", "a/user/b/name", false)]
    [InlineData("$.items[*].id", "items/3/id", true)]
    [InlineData("$.items[3].id", "items/3/id", true)]
    [InlineData("$.items[2].id", "items/3/id", false)]
    [InlineData("$['odd name'].*", "odd name/x", true)]
    [InlineData("$..dateofbirth", "user/dateOfBirth", true)]
    public void Matches_the_places_it_names(string path, string place, bool matches) =>
        Assert.Equal(matches, JsonPath.Parse(path)!.Matches(place.Split('/')));

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("user.name")]
    [InlineData("$.items[?(@.x)]")]
    [InlineData("$.items[1:2]")]
    [InlineData("$..")]
    public void Is_none_where_the_text_is_more_or_less_than_that(string text) => Assert.Null(JsonPath.Parse(text));
}
