using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Tests.Ci;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Pacts.Broker;
using Thymia.Conformance.Tests.Suite;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Pages;

/// <summary>Every line of README and the pages of <c>docs/</c> that their readers are to type.</summary>
public sealed class PageCommandTests
{
    private const string Yesterday = """
        thymia-conformance run --no-pacts --random 0 --filter keyword=enum --quiet --out results-of-yesterday
        mkdir nightly && cp -r results-of-yesterday nightly/2026-01-01 && cp -r results-of-yesterday nightly/2026-01-02

        """;

    private const string Token = "token-of-a-test-1234567";

    // Lines by how they begin, and what runs them where a page's own test cannot.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["dotnet test"] = ".ci/run and SampleTests; a test within a test would build the solution anew",
        ["dotnet tool install"] = ".ci/packages, from a folder of packages",
        ["dotnet publish"] = ".ci/run",
        ["dotnet user-secrets"] = "writes to the user's own profile",
        ["docker "] = "needs an image from a registry; CiTemplateTests holds what Containerfile names",
        [".ci/pack "] = ".ci/packages",
        ["~/thymia-conformance/"] = ".ci/run, in a folder of its own",
        ["thymia-conformance serve "] = "ServeTests; it ends when it is stopped",
        ["thymia-conformance stub "] = "PactStubTests; it ends when it is stopped",
        ["thymia-conformance self-test"] = ".ci/run and .ci/wide; it takes minutes",
        ["thymia-conformance can-i-deploy "] = "BrokerVerificationTests; a broker has to know the environment",
        ["thymia-conformance record-deployment "] = "BrokerVerificationTests; a broker has to know the environment",
        ["thymia-conformance merge "] = "MergeTests; it takes every part of a run",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages =>
        [.. PageCommand.All.Where(c => IsRunHere(c) && c.Arguments is not null).Select(c => c.Page).Distinct()];

    [Fact]
    public void Are_known_to_the_command_line_with_each_option()
    {
        using var folder = new TemporaryFolder();
        var tree = CommandTree.Create(
            new Terminal
            {
                Out = TextWriter.Null,
                Error = TextWriter.Null,
                OpenOut = () => Stream.Null,
                Environment = new Dictionary<string, string>(),
                Folder = folder.Path,
                UserSecrets = false,
            }
        );
        var commands = PageCommand.All.Where(c => c.Arguments is not null).ToList();

        Assert.True(commands.Count > 40, $"{commands.Count} commands");
        Assert.All(commands, c => Assert.Empty(tree.Parse(c.Arguments!).Errors.Select(e => $"{c.Text}: {e.Message}")));
    }

    [Fact]
    public void Run_here_or_there_is_a_reason_why_not()
    {
        Assert.All(PageCommand.All, c =>
            Assert.True(c.Arguments is not null || c.IsExport || !IsRunHere(c), $"{c.Page}: {c.Text}")
        );
        Assert.All(Elsewhere.Keys, k =>
            Assert.Contains(PageCommand.All, c => c.Text.StartsWith(k, StringComparison.Ordinal))
        );
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Pages))]
    public async Task Do_what_their_page_says(string page)
    {
        using var folder = new TemporaryFolder();
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Cancellation);
        await using var broker = await BrokerStandIn.StartAsync(Cancellation);
        broker.Authorization = $"Bearer {Token}";
        var commands = PageCommand.All.Where(c => c.Page == page && IsRunHere(c)).ToList();

        var (exit, output) = await SuiteProcess.WaitAsync(
            ActionRun.Start(
                Prepared(folder, page),
                (page == "docs/reports.md" ? Yesterday : "")
                    + string.Join('\n', commands.Select(c => Script(c, provider.BaseUrl, broker.Url))),
                new()
                {
                    ["APPDATA"] = folder.Path,
                    ["HOME"] = folder.Path,
                    ["PATH"] = $"{folder.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}",
                    ["GITHUB_ACTIONS"] = "true",
                    ["GITHUB_SHA"] = "abcdef0123",
                    ["GITHUB_REF_NAME"] = "main",
                    ["THYMIA_PROVIDERVERSION"] = "7",
                }
            ),
            Cancellation
        );

        Assert.True(exit == 0, output);
    }

    private static bool IsRunHere(PageCommand command) =>
        !Elsewhere.Keys.Any(k => command.Text.StartsWith(k, StringComparison.Ordinal));

    // What a line stands for on this machine, and what it must end with.
    private static string Script(PageCommand command, Uri provider, Uri broker)
    {
        var line = command
            .Text.Replace("https://staging.example.com", provider.ToString(), StringComparison.Ordinal)
            .Replace("http://localhost:8080", provider.ToString(), StringComparison.Ordinal)
            .Replace("https://broker.example.com", broker.ToString(), StringComparison.Ordinal)
            .Replace("PACT_BROKER_TOKEN=…", $"PACT_BROKER_TOKEN={Token}", StringComparison.Ordinal)
            .Replace("=…", $"={ProviderOptions.DemoApiKey}", StringComparison.Ordinal);
        return $"echo '$ {line.Replace("'", "", StringComparison.Ordinal)}'; status=0; {line} || status=$?; "
            + $"if [ $status -ne {command.ExitCode} ]; then echo \"ends with $status\"; exit 1; fi";
    }

    // What the pages take for granted: a description, what consumers agreed to, and results of other days.
    private static string Prepared(TemporaryFolder folder, string page)
    {
        var here = folder.Path;
        ActionRun.Script(
            Path.Combine(here, "bin", "thymia-conformance"),
            $"exec dotnet '{CliProcess.Assembly()}' \"$@\""
        );
        foreach (var name in new[] { "api.yaml", "old.yaml", "new.yaml" })
        {
            folder.Write(name, Repository.Read("schemas/thymia-voice-agent.openapi.yaml"));
        }

        Link(folder, "docs/samples/consumer/pacts", "docs/samples/consumer/pacts");
        Link(folder, "fixtures/descriptions", "fixtures/descriptions");
        if (page == "docs/consumers.md")
        {
            Link(folder, "pacts", "docs/samples/consumer/pacts");
        }

        return here;
    }

    private static void Link(TemporaryFolder folder, string name, string target)
    {
        var link = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        Directory.CreateSymbolicLink(link, Path.Combine(Repository.Root, target));
    }
}
