using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Thymia.Conformance.Tests.Suite;

public sealed partial class StageOrderTests
{
    private static readonly string[] Stages = ["Text", "OpenApi", "Schemas", "Safety", "Generation", "Replay", "Judging", "Running"];
    private static readonly string[] Projects =
        ["Thymia.Conformance", "Thymia.Conformance.Pacts", "Thymia.Conformance.Reports", "Thymia.Conformance.Cli"];

    public static TheoryData<string> StageNames => [.. Stages];

    public static TheoryData<string> ProjectNames => [.. Projects];

    [Theory]
    [MemberData(nameof(StageNames))]
    public void A_stage_knows_earlier_stages_only(string stage)
    {
        var later = Stages.SkipWhile(s => s != stage).Skip(1).ToHashSet(StringComparer.Ordinal);
        var sources = Repository.Sources($"tools/Thymia.Conformance/{stage}").ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(f => Mention().Matches(File.ReadAllText(f))
            .Where(m => later.Contains(m.Groups[1].Value))
            .Select(m => $"{Path.GetFileName(f)}: {m.Value}")));
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_project_references_earlier_projects_only(string project)
    {
        var earlier = Projects.TakeWhile(p => p != project).ToHashSet(StringComparer.Ordinal);
        if (project == "Thymia.Conformance.Cli")
        {
            earlier.Add("Thymia.Provider");
        }

        Assert.Empty(References(project).Except(earlier));
    }

    [Fact]
    public void The_provider_shares_nothing_with_the_suite_that_tests_it()
    {
        Assert.Empty(References("Thymia.Provider"));
        Assert.DoesNotContain(
            Repository.Sources("tools/Thymia.Provider"),
            f => File.ReadAllText(f).Contains("Thymia.Conformance", StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(Repository.Read($"tools/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

    // Directives, and names qualified by a stage.
    [GeneratedRegex(
        @"(?:\busing (?:static )?Thymia\.Conformance\.|(?<![\w.]))"
        + @"(Text|OpenApi|Schemas|Safety|Generation|Replay|Judging|Running)(?:;|\.[A-Z])")]
    private static partial Regex Mention();
}
