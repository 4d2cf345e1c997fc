using System.Text.RegularExpressions;

namespace Thymia.Conformance.Tests.Suite;

public sealed partial class ArchitecturePageTests
{
    private static readonly string Page = Repository.Read("ARCHITECTURE.md");

    [Fact]
    public void Lists_the_rooms_in_the_order_that_holds()
    {
        var rooms = Page.Split("<!-- rooms -->")[1].Split("<!-- /rooms -->")[0];

        Assert.Equal(StageOrderTests.Rooms, Room().Matches(rooms).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void Names_files_that_are_there()
    {
        var files = Repository
            .Sources("tools")
            .Concat(Repository.Sources("tests"))
            .Select(f => f.Replace('\\', '/'))
            .ToList();
        var named = Source().Matches(Page).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 15);
        Assert.DoesNotContain(named, name => !files.Exists(f => f.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(@"`([\w./]+\.cs)`")]
    private static partial Regex Source();
}
