using System.Diagnostics;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;

namespace Thymia.Conformance.Tests.Cli;

public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // What the runtime would trust at the next start, another program could damage.
    [Fact]
    public async Task Leaves_nothing_in_the_user_s_data()
    {
        using var folder = new TemporaryFolder();
        using Process cli = CliProcess.Start(
            folder.Path,
            new Dictionary<string, string> { ["XDG_DATA_HOME"] = folder.Path },
            "constraints"
        );

        await cli.StandardOutput.ReadToEndAsync(Token);
        await cli.WaitForExitAsync(Token);

        Assert.Equal(0, cli.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
