using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("generate")]
    [InlineData("serve")]
    [InlineData("self-test")]
    [InlineData("deviations")]
    [InlineData("deviations accept")]
    [InlineData("diff")]
    [InlineData("history")]
    [InlineData("contract-diff")]
    [InlineData("explain")]
    [InlineData("constraints")]
    [InlineData("inspect")]
    [InlineData("doctor")]
    [InlineData("init")]
    [InlineData("completion")]
    [InlineData("help")]
    [InlineData("record")]
    [InlineData("verify")]
    [InlineData("stub")]
    [InlineData("publish")]
    [InlineData("can-i-deploy")]
    [InlineData("record-deployment")]
    public async Task Reads_as_it_should_at_80_columns(string command)
    {
        using var line = new CommandLine { Width = 80 };

        var exit = await line.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, exit);
        Assert.All(line.Out.Split('\n').Where(l => !l.Contains("thymia-conformance", StringComparison.Ordinal)), l =>
            Assert.True(l.Length <= 80, l)
        );
        Snapshot.Match(string.Join('-', "help", command.Replace(' ', '-')).TrimEnd('-'), line.Out);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("deviations accept")]
    public async Task Is_shown_by_a_command_too(string command)
    {
        using var option = new CommandLine();
        using var word = new CommandLine();

        await option.RunAsync([.. command.Split(' '), "--help"]);

        Assert.Equal(0, await word.RunAsync(["help", .. command.Split(' ')]));
        Assert.Equal(option.Out, word.Out);
    }

    [Fact]
    public async Task Guesses_the_command_that_is_meant()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("help", "insect"));
        Assert.Equal(
            "error: help: there is no command 'insect'; perhaps 'inspect' is meant." + Environment.NewLine,
            line.Error
        );
    }

    [Fact]
    public async Task Is_shown_as_an_error_where_the_command_is_forgotten()
    {
        using var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync());
        Assert.Empty(line.Out);
        Assert.Contains("Usage: thymia-conformance COMMAND", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_examples_that_can_be_typed()
    {
        using var line = new StringWriter();
        var root = CommandTree.Create(
            new Terminal
            {
                Out = line,
                Error = line,
                OpenOut = () => Stream.Null,
                Environment = new Dictionary<string, string>(),
                Folder = "/",
            }
        );
        var examples = root
            .Subcommands.Append(root)
            .OfType<CliCommand>()
            .SelectMany(c => c.Examples)
            .Select(e => e.Line)
            .ToList();

        Assert.True(examples.Count > 8);
        Assert.All(examples, example =>
        {
            var words = example.Split(" | ")[0].Split(' ').SkipWhile(w => w != ToolName.Name).Skip(1);
            Assert.Empty(root.Parse([.. words]).Errors);
        });
    }

    [Fact]
    public async Task Offers_every_setting_but_the_key_on_run()
    {
        using var line = new CommandLine();

        await line.RunAsync("run", "--help");

        Assert.All(SettingCatalogue.All.Where(s => !s.IsSecret), s =>
            Assert.Contains($"{s.Option} ", line.Out, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("--api-key", line.Out, StringComparison.Ordinal);
    }
}
