using System.Xml.Linq;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The files of this repository, for tests about them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The version that every package has.</summary>
    public static string Version { get; } =
        XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Sources below a folder, without what builds leave there.</summary>
    public static IEnumerable<string> Sources(string folder) => Files(folder, "*.cs");

    /// <summary>Files of a pattern below a folder, without what builds leave there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f =>
                !Path.GetRelativePath(Root, f)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(p => p is "obj" or "bin" or "node_modules")
            );

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Thymia.Conformance.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests are about a repository.");
        }

        return folder.FullName;
    }
}
