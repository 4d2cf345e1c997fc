namespace Thymia.Conformance.Xunit.Session;

/// <summary>The folder that relative paths of the configuration start from.</summary>
internal static class WorkFolder
{
    private static readonly string[] Marks = ["*.sln", "*.slnx", "*.csproj"];

    /// <summary>
    /// The nearest folder above with a solution in it, else with a project; <paramref name="start"/> where there is
    /// none.
    /// </summary>
    public static string Find(string start)
    {
        var above = new List<DirectoryInfo>();
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            above.Add(folder);
        }

        return Marks
            .Select(m => above.Find(f => f.EnumerateFiles(m, new EnumerationOptions()).Any()))
            .FirstOrDefault(f => f is not null)
            ?.FullName
            ?? start;
    }
}
