using System.Text.Json;

namespace Thymia.Conformance.Benchmarks.SchemaSuite;

/// <summary>One schema of the suite with the values that it is put to.</summary>
/// <param name="Name">File and description.</param>
internal sealed record SuiteGroup(string File, string Name, JsonElement Schema, IReadOnlyList<SuiteTest> Tests)
{
    /// <summary>The groups of every file of a folder, not of those in it.</summary>
    public static IReadOnlyList<SuiteGroup> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<SuiteGroup> Read(string file)
    {
        foreach (var group in JsonElement.Parse(System.IO.File.ReadAllText(file)).EnumerateArray())
        {
            var name = $"{Path.GetFileName(file)}: {group.GetProperty("description")}";
            yield return new SuiteGroup(
                Path.GetFileName(file),
                name,
                group.GetProperty("schema"),
                [
                    .. group
                        .GetProperty("tests")
                        .EnumerateArray()
                        .Select(t => new SuiteTest(
                            $"{t.GetProperty("description")}",
                            t.GetProperty("data"),
                            t.GetProperty("valid").GetBoolean()
                        )),
                ]
            );
        }
    }
}

/// <summary>A value, and whether it fits.</summary>
internal sealed record SuiteTest(string Name, JsonElement Data, bool IsValid);
