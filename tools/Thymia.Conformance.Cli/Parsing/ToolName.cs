using System.Reflection;

namespace Thymia.Conformance.Cli.Parsing;

/// <summary>What this tool is called, and which version of it runs.</summary>
internal static class ToolName
{
    public const string Name = "thymia-conformance";

    public static string Version { get; } =
        typeof(ToolName)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
