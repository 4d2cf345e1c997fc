using System.Text.RegularExpressions;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Pages;

/// <summary>A line of a page that its reader is to type.</summary>
/// <param name="Text">Without the remark at its end.</param>
/// <param name="ExitCode">0 unless the remark says <c>ends with N</c>.</param>
internal sealed partial record PageCommand(string Page, string Text, int ExitCode)
{
    private const string FromClone = "dotnet run --project tools/Thymia.Conformance.Cli --";

    /// <summary>The pages that people read, by their paths in the repository.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "README.md",
        .. Repository
            .Files("docs", "*.md")
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<PageCommand> All { get; } = [.. Pages.SelectMany(Of)];

    /// <summary>Sets variables for the lines after it.</summary>
    public bool IsExport => Text.StartsWith("export ", StringComparison.Ordinal);

    /// <summary>What the command line gets; null where another program is called.</summary>
    public string? Arguments => Tool().Match(Text) is { Success: true } tool ? tool.Groups[1].Value : null;

    private static IEnumerable<PageCommand> Of(string page) =>
        Block()
            .Matches(Repository.Read(page))
            .SelectMany(b => b.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(l => Line().Match(l.Replace(FromClone, "thymia-conformance", StringComparison.Ordinal)))
            .Select(m => new PageCommand(
                page,
                m.Groups[1].Value,
                m.Groups[2].Success ? m.Groups[2].Value[0] - '0' : 0
            ));

    [GeneratedRegex(@"^ *```sh\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*(.*?)(?:\s+#(?: ends with (\d))?.*)?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:[A-Z_]+=\S+ )?thymia-conformance (.*)$")]
    private static partial Regex Tool();
}
