using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class LocationTests
{
    [Fact]
    public void A_changed_copy_shows_its_own_place()
    {
        var tag = Location.At("/tags/0");
        Assert.Equal(("tags[0]", "body/tags/0"), (tag.Display, string.Join('/', tag.Path)));

        var note = tag with { Pointer = "/note" };

        Assert.Equal(("note", "body/note"), (note.Display, string.Join('/', note.Path)));
    }

    [Fact]
    public void Two_of_one_place_are_equal_though_only_one_was_shown()
    {
        var shown = Location.At("/user");
        Assert.Equal("user", shown.Display);

        Assert.Equal(Location.At("/user"), shown);
        Assert.Equal(Location.At("/user").GetHashCode(), shown.GetHashCode());
        Assert.NotEqual(Location.Header("user"), shown);
        Assert.NotEqual(Location.At("/users"), shown);
    }
}
