namespace Thymia.Conformance.Reports.Commands;

/// <summary>
/// What to type to start the command line where the user is, so that a printed command works as printed.
/// </summary>
public static class ProgramText
{
    public const string Name = "thymia-conformance";

    private const string Project = "tools/Thymia.Conformance.Cli";

    /// <param name="folder">Where the user works.</param>
    /// <param name="assemblies">The folder of the running assemblies.</param>
    /// <param name="process">The running program's file; null where that is not known.</param>
    /// <param name="path">The variable PATH; null where there is none.</param>
    public static string Of(string folder, string assemblies, string? process, string? path) =>
        IsOnPath(path) ? Name
        : ProjectAbove(assemblies) is { } project
            ? $"dotnet run --project {PosixText.Quote(Relative(folder, project))} --"
        : process is { } file && Path.GetFileNameWithoutExtension(file) == Name
            ? PosixText.Quote(Relative(folder, file))
        : Name;

    private static bool IsOnPath(string? path) =>
        (path ?? "")
            .Split(Path.PathSeparator)
            .Any(p =>
                p.Length > 0 && (File.Exists(Path.Combine(p, Name)) || File.Exists(Path.Combine(p, Name + ".exe")))
            );

    private static string? ProjectAbove(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            var project = Path.Combine(at.FullName, Project);
            if (File.Exists(Path.Combine(project, "Thymia.Conformance.Cli.csproj")))
            {
                return project;
            }
        }

        return null;
    }

    private static string Relative(string folder, string file)
    {
        var relative = Path.GetRelativePath(folder, file).Replace('\\', '/');
        return relative.Contains('/', StringComparison.Ordinal) ? relative : "./" + relative;
    }
}
