using System.Text;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>
/// The recorded contract as reviewed, in <c>fixtures/pacts</c>. With <c>THYMIA_RECORD_GOLDEN=true</c> in the
/// environment the test that compares writes it anew, and fails, so that nobody leaves that on.
/// </summary>
internal static class GoldenPact
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "fixtures", "pacts");

    public static IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    public static void AssertSame(IReadOnlyDictionary<string, byte[]> recorded)
    {
        if (Environment.GetEnvironmentVariable("THYMIA_RECORD_GOLDEN") == "true")
        {
            foreach (var (name, bytes) in recorded)
            {
                File.WriteAllBytes(Path.Combine(SourceFolder(), name), bytes);
            }

            Assert.Fail("written; review it and run again without THYMIA_RECORD_GOLDEN");
        }

        Assert.Equal(Files.Select(Path.GetFileName), recorded.Keys.Order(StringComparer.Ordinal));
        Assert.All(recorded, r =>
            Assert.Equal(File.ReadAllText(Path.Combine(Folder, r.Key)), Encoding.UTF8.GetString(r.Value))
        );
    }

    private static string SourceFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Thymia.Conformance.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at!.FullName, "fixtures", "pacts");
    }
}
