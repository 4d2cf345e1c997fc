using System.Reflection;
using System.Xml.Linq;

namespace Thymia.Conformance.Tests.Suite;

public sealed class StageOrderTests
{
    private const string Core = "Thymia.Conformance";

    // Each makes use of those before it alone.
    internal static readonly string[] Rooms =
    [
        "Text",
        "Files",
        "OpenApi",
        "Schemas",
        "Safety",
        "Generation",
        "Configuration",
        "Replay",
        "Frameworks",
        "Judging",
        "Sequences",
        "Running",
        "Journals",
    ];

    private static readonly string[] Projects =
    [
        Core,
        "Thymia.Conformance.Pacts",
        "Thymia.Conformance.Reports",
        "Thymia.Conformance.Xunit",
        "Thymia.Conformance.Cli",
    ];

    public static TheoryData<string> ProjectNames => [.. Projects];

    public static TheoryData<string> AllProjects => [.. Projects, "Thymia.Provider", "Thymia.Conformance.Suite"];

    [Fact]
    public void A_room_makes_use_of_earlier_rooms_only()
    {
        var folders = new Folders(Load(Core));

        Assert.Empty(
            folders.All.SelectMany(folder =>
                folders
                    .UsedBy(folder)
                    .Where(used => RoomOf(used.Key) > RoomOf(folder))
                    .Select(used => $"{folder} makes use of {used.Key}: {used.Value}")
            )
        );
    }

    [Fact]
    public void Every_folder_is_in_a_room() =>
        Assert.DoesNotContain(new Folders(Load(Core)).All, folder => RoomOf(folder) < 0);

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void No_folder_makes_use_of_itself_by_way_of_another(string project)
    {
        var folders = new Folders(Load(project));

        Assert.NotEmpty(folders.All);
        Assert.Empty(folders.InCircles);
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
        Assert.DoesNotContain(Repository.Sources("tools/Thymia.Provider"), f =>
            File.ReadAllText(f).Contains(Core, StringComparison.Ordinal)
        );
    }

    // What a package's user begins with lies in no room, and makes use of all of them.
    private static int RoomOf(string folder) =>
        folder.Length == Core.Length ? Rooms.Length : Array.IndexOf(Rooms, folder[(Core.Length + 1)..].Split('.')[0]);

    // The tests as a project of their own stand beside these, built before and not referenced.
    private static Assembly Load(string project) =>
        project switch
        {
            "Thymia.Conformance.Cli" => typeof(Thymia.Conformance.Cli.Application).Assembly,
            "Thymia.Conformance.Suite" => Assembly.LoadFrom(
                Path.Combine(
                    AppContext.BaseDirectory.Replace("Thymia.Conformance.Tests", project, StringComparison.Ordinal),
                    project + ".dll"
                )
            ),
            _ => Assembly.Load(project),
        };

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Parse(Repository.Read($"tools/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
}
