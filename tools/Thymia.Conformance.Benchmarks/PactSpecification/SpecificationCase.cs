using System.Text.Json;

namespace Thymia.Conformance.Benchmarks.PactSpecification;

/// <summary>One test case of Pact's specification: what a pact shows, what came, and whether it fits.</summary>
/// <param name="Version">The folder it is in, such as <c>v1.1</c>.</param>
internal sealed record SpecificationCase(
    string Version,
    string Name,
    bool Fits,
    JsonElement Expected,
    JsonElement Actual
)
{
    /// <summary>
    /// The cases of one half, <c>request</c> or <c>response</c>, of every version in a copy of the specification.
    /// </summary>
    public static IReadOnlyList<SpecificationCase> In(string folder, string half) =>
        [.. Directory.GetDirectories(folder, "v*").Order(StringComparer.Ordinal).SelectMany(v => Of(v, half))];

    /// <summary>The version as a pact names it: <c>1.1.0</c> for <c>v1.1</c>.</summary>
    public string SpecificationVersion =>
        string.Join(
            '.',
            [
                .. Version[1..].Split('.'),
                .. Version.Contains('.', StringComparison.Ordinal) ? (string[])["0"] : ["0", "0"],
            ]
        );

    public bool IsV4 => Version == "v4";

    private static IEnumerable<SpecificationCase> Of(string version, string half)
    {
        var place = Path.Combine(version, "testcases", half);
        foreach (
            var file in Directory.GetFiles(place, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var json = JsonElement.Parse(File.ReadAllText(file).TrimStart('\uFEFF'));
            yield return new SpecificationCase(
                Path.GetFileName(version),
                Path.GetRelativePath(place, file),
                json.GetProperty("match").GetBoolean(),
                json.GetProperty("expected"),
                json.GetProperty("actual")
            );
        }
    }
}
