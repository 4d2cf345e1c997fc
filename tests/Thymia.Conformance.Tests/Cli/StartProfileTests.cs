using System.Diagnostics;
using Thymia.Conformance.Cli;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;

namespace Thymia.Conformance.Tests.Cli;

public sealed class StartProfileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Is_of_one_of_the_commands() => Assert.Equal(
        CommandTree.Create(Terminal.OfProcess()).Subcommands.Select(c => c.Name), StartProfile.Commands);

    [WideFact]
    public async Task Is_kept_for_the_next_start_and_no_matter_when_it_is_broken_or_cannot_be_kept()
    {
        using var folder = new TemporaryFolder();
        var said = await RunAsync(folder.Path, folder.Path);
        var kept = Assert.Single(Directory.GetFiles(folder.Path, "constraints", SearchOption.AllDirectories));
        Assert.True(new FileInfo(kept).Length > 1_000);

        Assert.Equal(said, await RunAsync(folder.Path, folder.Path));

        var bytes = await File.ReadAllBytesAsync(kept, Token);
        await File.WriteAllBytesAsync(kept, bytes[..(bytes.Length / 2)], Token);
        Assert.Equal(said, await RunAsync(folder.Path, folder.Path));

        await File.WriteAllTextAsync(kept, "none", Token);
        Assert.Equal(said, await RunAsync(folder.Path, folder.Path));
        Assert.Equal(said, await RunAsync(folder.Path, kept));
    }

    /// <param name="data">Where programs of this user keep their data.</param>
    private static async Task<string> RunAsync(string folder, string data)
    {
        using Process cli = CliProcess.Start(
            folder, new Dictionary<string, string> { ["XDG_DATA_HOME"] = data }, "constraints");
        var said = await cli.StandardOutput.ReadToEndAsync(Token);
        await cli.WaitForExitAsync(Token);
        Assert.Equal((0, ""), (cli.ExitCode, await cli.StandardError.ReadToEndAsync(Token)));
        return said;
    }
}
