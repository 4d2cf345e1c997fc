using System.Reflection;
using System.Text.RegularExpressions;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Terminals;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>
/// The table of promises and commands names tests that are there, and every command and writer there is.
/// </summary>
public sealed partial class PromisesPageTests
{
    // Those that neither send a case nor write what a provider answered: they read files and write one of their own.
    private static readonly string[] Others =
    [
        "init",
        "completion",
        "generate",
        "diff",
        "history",
        "contract-diff",
        "constraints",
        "self-test",
        "deviations",
        "help",
    ];

    // What opens files to write: the one home, the journal, and what stands in a folder made for it.
    private static readonly string[] Writers =
    [
        "BrokerPacts.cs",
        "CaseFolder.cs",
        "JournalFile.cs",
        "OutputFile.cs",
        "OutputPlace.cs",
        "PactFolder.cs",
        "PactText.cs",
        "SplitPacts.cs",
    ];

    private static readonly string[][] Rows =
    [
        .. Repository
            .Read("docs/promises.md")
            .Split("<!-- promises -->")[1]
            .Split("<!-- /promises -->")[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray()),
    ];

    [Fact]
    public void Has_a_cell_for_each_promise_and_command()
    {
        Assert.True(Rows.Length > 8, $"{Rows.Length} rows");
        Assert.All(Rows, row => Assert.Equal(Rows[0].Length, row.Length));
        Assert.All(Rows.Skip(2), row =>
            Assert.All(row.Skip(1), cell => Assert.True(cell == "–" || Test().IsMatch(cell), cell))
        );
    }

    [Fact]
    public void Names_tests_that_are_there()
    {
        var types = typeof(PromisesPageTests).Assembly.GetTypes().ToLookup(t => t.Name);
        foreach (
            var name in Rows.Skip(2)
                .SelectMany(r => r.Skip(1))
                .SelectMany(c => Test().Matches(c))
                .Select(m => m.Groups[1].Value)
        )
        {
            var parts = name.Split('.');
            Assert.True(types[parts[0]].Any(), $"there is no class {parts[0]}");
            Assert.True(
                parts.Length == 1
                    || types[parts[0]]
                        .Any(t => t.GetMethod(parts[1], BindingFlags.Public | BindingFlags.Instance) is not null),
                $"there is no test {name}"
            );
        }
    }

    [Fact]
    public void Names_every_command()
    {
        using var output = new StringWriter();
        var commands = CommandTree.Create(Screen(output)).Subcommands.Select(c => c.Name);
        var named = Rows[0].Skip(1).SelectMany(c => Word().Matches(c)).Select(m => m.Value).Concat(Others).ToList();

        Assert.DoesNotContain(commands, c => !named.Contains(c));
    }

    [Fact]
    public void Knows_everything_that_opens_files_to_write() =>
        Assert.Equal(
            Writers,
            Repository
                .Sources("tools")
                .Where(f =>
                    !f.Contains("Benchmarks", StringComparison.Ordinal)
                    && !f.Contains("PactNet", StringComparison.Ordinal)
                )
                .Where(f => Opening().IsMatch(File.ReadAllText(f)))
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal)
        );

    private static Terminal Screen(TextWriter output) =>
        new()
        {
            Out = output,
            Error = output,
            OpenOut = () => Stream.Null,
            Environment = new Dictionary<string, string>(),
            Folder = ".",
            UserSecrets = false,
        };

    [GeneratedRegex(@"`(\w+(?:\.\w+)?)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"[a-z]+(?:-[a-z]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bFile\.(?:WriteAll|AppendAll|Create|OpenWrite|Move|Copy)|new FileStream\(")]
    private static partial Regex Opening();
}
