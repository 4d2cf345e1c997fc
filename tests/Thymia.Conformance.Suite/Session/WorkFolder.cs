namespace Thymia.Conformance.Suite.Session;

/// <summary>The folder that relative paths of the configuration start from.</summary>
internal static class WorkFolder
{
    private const string Mark = "Thymia.Conformance.sln";

    /// <summary>
    /// The nearest folder above with the solution in it; <paramref name="start"/> where there is none.
    /// </summary>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        return start;
    }
}
