using System.Runtime;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Parsing;

namespace Thymia.Conformance.Cli;

/// <summary>
/// Has the runtime note what a command compiles, and compile it on another core as soon as that command starts again:
/// otherwise one core compiles for most of a start while the others wait.
/// </summary>
internal static class StartProfile
{
    /// <summary>Those that have notes of their own, a file each; a word that is no command leaves none behind.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        "run", "merge", "generate", "diff", "history", "contract-diff", "explain", "constraints", "serve", "self-test",
        "record", "verify", "stub", "publish", "can-i-deploy", "record-deployment", "deviations",
    ];

    /// <summary>Notes that are missing, broken or of another build are no matter: the runtime passes over them.</summary>
    public static void Begin(IReadOnlyList<string> args)
    {
        if (args is [var command, ..] && Commands.Contains(command) && Folder() is { } folder)
        {
            ProfileOptimization.SetProfileRoot(folder);
            ProfileOptimization.StartProfile(command);
        }
    }

    // Null where the user has no place for data, or none that can be written.
    private static string? Folder()
    {
        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        try
        {
            return data.Length == 0 ? null : Directory.CreateDirectory(Path.Combine(data, ToolName.Name, "start")).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
