using System.Reflection;
using PublicApiGenerator;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>
/// What the packages promise, a file each: whatever else is public is for our own projects, listed by name so that it
/// does not grow unseen. A new type is internal unless a page of docs shows it.
/// </summary>
public sealed class PublicSurfaceTests
{
    // The namespaces whose types a user of the package may rely on; a page of docs shows each.
    private static readonly Dictionary<string, string[]> Promised = new(StringComparer.Ordinal)
    {
        ["Thymia.Conformance"] = ["Thymia.Conformance"],
        ["Thymia.Conformance.Consumers"] = ["Thymia.Conformance.Consumers"],
        ["Thymia.Conformance.Pacts"] = [],
        ["Thymia.Conformance.Reports"] = [],
        ["Thymia.Conformance.Xunit"] = ["Thymia.Conformance.Xunit"],
        ["Thymia.Provider"] = ["Thymia.Provider", "Thymia.Provider.Http"],
    };

    // What is thrown for input that cannot be used, wherever that is found.
    private static readonly string[] PromisedTypes = ["Thymia.Conformance.Text.UnusableInputException"];

    // They hold the path of the source.
    private static readonly string[] OfXunit = ["Xunit.TheoryAttribute", "Xunit.MemberDataAttribute"];

    public static TheoryData<string> Packages => [.. Promised.Keys];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Is_what_its_file_says(string package)
    {
        var types = Assembly.Load(package).GetExportedTypes().Where(t => !t.IsNested).ToList();
        var promised = types.Where(t => IsPromised(package, t)).ToArray();
        var others = types
            .Except(promised)
            .Select(t => t.FullName!)
            .Where(n => !n.Contains(".Components.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Snapshot.Match(
            $"surface-{package}",
            $"{Shown(promised)}\n\nPublic for our own projects alone:\n{string.Join('\n', others)}\n"
        );
    }

    [Fact]
    public void Is_shown_by_a_page_where_it_is_promised()
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tools"), "README.md", OneDown))
            .Select(File.ReadAllText)
            .ToList();

        Assert.DoesNotContain(
            Promised
                .Keys.SelectMany(p => Assembly.Load(p).GetExportedTypes().Where(t => !t.IsNested && IsPromised(p, t)))
                .Select(t => t.Name.Split('`')[0]),
            name => !pages.Exists(p => p.Contains(name, StringComparison.Ordinal))
        );
    }

    private static EnumerationOptions OneDown { get; } = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1 };

    private static bool IsPromised(string package, Type type) =>
        Promised[package].Contains(type.Namespace, StringComparer.Ordinal)
        || PromisedTypes.Contains(type.FullName, StringComparer.Ordinal);

    private static string Shown(Type[] types) =>
        types.Length == 0
            ? "Nothing is promised yet."
            : types
                .GeneratePublicApi(
                    new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = OfXunit }
                )
                .ReplaceLineEndings("\n")
                .Trim();
}
