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

    // The one that does not exist is the check that the page adds.
    [Theory]
    [InlineData("ARCHITECTURE.md", 15)]
    [InlineData("CONTRIBUTING.md", 5, "tools/Thymia.Conformance/Judging/Http/ServerUnversioned.cs")]
    public void Names_files_that_are_there(string page, int least, params string[] invented)
    {
        var files = Repository
            .Sources("tools")
            .Concat(Repository.Sources("tests"))
            .Select(f => f.Replace('\\', '/'))
            .ToList();
        var named = Source().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > least);
        Assert.Equal(invented, named.Where(n => !files.Exists(f => f.EndsWith("/" + n, StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(@"`([\w./]+\.cs)`")]
    private static partial Regex Source();
}
