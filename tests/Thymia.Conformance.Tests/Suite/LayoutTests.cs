namespace Thymia.Conformance.Tests.Suite;

/// <summary>What the formatter leaves alone: comments and texts that are too long for a line.</summary>
public sealed class LayoutTests
{
    private const int Columns = 120;

    [Fact]
    public void Lines_are_no_longer_than_a_screen_shows() =>
        Assert.Empty(
            Repository
                .Sources("tools")
                .Concat(Repository.Sources("tests"))
                .SelectMany(f => File.ReadLines(f).Select((line, i) => (File: f, Number: i + 1, line.Length)))
                .Where(l => l.Length > Columns)
                .Select(l => $"{Path.GetRelativePath(Repository.Root, l.File)}:{l.Number}")
        );
}
