namespace Thymia.Conformance.Tests.Snapshots;

/// <summary>
/// Compares text with a file of this folder. After a wanted change, run the tests once with THYMIA_UPDATE_SNAPSHOTS=1
/// and read the difference in version control.
/// </summary>
internal static class Snapshot
{
    public static void Match(string name, string actual)
    {
        var file = Path.Combine(Folder(), name + ".txt");
        var lines = Lines(actual);
        if (Environment.GetEnvironmentVariable("THYMIA_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
            return;
        }

        var expected = File.Exists(file) ? Lines(File.ReadAllText(file)) : [];
        for (var i = 0; i < Math.Max(expected.Length, lines.Length); i++)
        {
            var (want, got) = (expected.ElementAtOrDefault(i), lines.ElementAtOrDefault(i));
            Assert.True(
                want == got,
                $"Snapshots/{name}.txt differs at line {i + 1}\nexpected: {want ?? "(end)"}\nactual:   "
                    + $"{got ?? "(end)"}\nTHYMIA_UPDATE_SNAPSHOTS=1 rewrites the file."
            );
        }
    }

    private static string[] Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(l => l.TrimEnd())];

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "tests", "Thymia.Conformance.Tests", "Snapshots");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The snapshots are not above the test's output folder.");
    }
}
