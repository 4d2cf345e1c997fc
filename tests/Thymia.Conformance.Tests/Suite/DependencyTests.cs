using System.Text.Json;
using System.Xml.Linq;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>What the projects depend on: locked to the byte, and under licences that let everybody use it.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Allowed =
    [
        "0BSD",
        "Apache-2.0",
        "BlueOak-1.0.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MPL-2.0",
        "Public Domain",
        "Python-2.0",
    ];

    // It names no licence; tests alone run it, and no package of ours has it.
    private const string PactCommandLine = "node_modules/@pact-foundation/pact-cli-";

    // Packages that name a file instead of a licence, each with what the file says.
    private static readonly Dictionary<string, string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Bogus"] = "MIT",
        ["Fare"] = "MIT",
    };

    private static IReadOnlyList<string> Projects =>
        [
            .. Repository
                .Files("tools", "*.csproj")
                .Concat(Repository.Files("tests", "*.csproj"))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Are_locked_for_each_project() =>
        Assert.DoesNotContain(Projects, p =>
            !File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json"))
        );

    [Fact]
    public void Are_all_used_by_a_project()
    {
        var used = Projects.Select(File.ReadAllText).Append(Repository.Read("Directory.Build.props")).ToList();

        Assert.DoesNotContain(
            XDocument
                .Parse(Repository.Read("Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Select(p => p.Attribute("Include")!.Value),
            p => !used.Exists(t => t.Contains($"PackageReference Include=\"{p}\"", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Of_NuGet_have_a_licence_that_is_allowed()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var locked = Projects.SelectMany(Locked).Distinct().Order().ToList();

        Assert.True(locked.Count > 30);
        Assert.Empty(
            locked
                .Select(p => (p.Id, Licence: LicenceOf(folder, p.Id, p.Version)))
                .Where(p => !IsAllowed(p.Licence))
                .Select(p => $"{p.Id}: {p.Licence}")
        );
    }

    [Theory]
    [InlineData("tools/Thymia.Conformance.Pacts/npm")]
    [InlineData("tests/npm")]
    public void Of_npm_have_a_licence_that_is_allowed_and_a_hash(string folder)
    {
        using var lockFile = JsonDocument.Parse(Repository.Read($"{folder}/package-lock.json"));
        var packages = lockFile
            .RootElement.GetProperty("packages")
            .EnumerateObject()
            .Where(p => p.Name.Length > 0)
            .ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, p => Assert.True(p.Value.TryGetProperty("integrity", out _), p.Name));
        Assert.All(packages.Where(p => !p.Name.StartsWith(PactCommandLine, StringComparison.Ordinal)), p =>
            Assert.True(p.Value.TryGetProperty("license", out var named) && IsAllowed(named.GetString()!), p.Name)
        );
    }

    private static bool IsAllowed(string licence) =>
        licence.Trim('(', ')').Split(" OR ").Any(l => Allowed.Contains(l, StringComparer.Ordinal));

    private static IEnumerable<(string Id, string Version)> Locked(string project)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))
        );
        return
        [
            .. document
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(p => p.Value.GetProperty("type").GetString() != "Project")
                .Select(p => (p.Name, p.Value.GetProperty("resolved").GetString()!)),
        ];
    }

    private static string LicenceOf(string folder, string id, string version)
    {
        if (Read.TryGetValue(id, out var known))
        {
            return known;
        }

        var name = id.ToLowerInvariant();
        var file = Path.Combine(folder, name, version.ToLowerInvariant(), name + ".nuspec");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName == "license")?.Value
                ?? "none named"
            : "not restored";
    }
}
