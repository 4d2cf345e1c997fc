using Thymia.Conformance.Text;

namespace Thymia.Conformance.Files;

/// <summary>A folder that is either the old one or wholly the new one: written beside, then renamed.</summary>
internal static class OutputFolder
{
    /// <param name="mark">The file by which a folder is known to be ours, so that no other is replaced.</param>
    /// <param name="content">Fills the new folder, the mark included.</param>
    /// <exception cref="UnusableInputException">It cannot be written, or is someone else's; what stood there stands
    /// there still.</exception>
    public static void Replace(string path, string mark, Action<string> content)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (
            Directory.Exists(whole)
            && Directory.EnumerateFileSystemEntries(whole).Any()
            && !File.Exists(Path.Combine(whole, mark))
        )
        {
            throw new UnusableInputException(
                "output-not-ours",
                $"the folder is not empty and has no {mark}",
                path,
                "name a new folder with --out"
            );
        }

        var beside = whole + ".partial";
        try
        {
            OutputFile.DemandFolder(beside);
            content(beside);
            Remove(whole);
            Directory.Move(beside, whole);
        }
        catch (Exception e) when (OutputFile.IsFromFiles(e))
        {
            Remove(beside);
            throw OutputFile.NotWritable(path, e);
        }
        catch
        {
            Remove(beside);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
