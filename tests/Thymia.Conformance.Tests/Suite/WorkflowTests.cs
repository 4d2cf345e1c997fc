using System.CommandLine;
using System.Text.RegularExpressions;
using Thymia.Conformance.Cli.Commands;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Pacts;
using YamlDotNet.RepresentationModel;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The workflows and what they run: actionlint's rules, and that all they name exists.</summary>
public sealed partial class WorkflowTests
{
    private const string Folder = ".github/workflows";

    // Where GitHub, GitLab and Azure are given inputs.
    private static readonly string[] Given = ["with", "inputs", "parameters"];

    private static readonly string Linter = Path.Combine(
        Repository.Root,
        "tests",
        "npm",
        "node_modules",
        "@tktco",
        "node-actionlint",
        "bin",
        "node-actionlint.js"
    );

    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(f => Path.GetFileName(f))];

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".ci")).Select(f => Path.GetFileName(f))];

    private static string[] Linted => [$"{Repository.Root}/{Folder}", $"{Repository.Root}/docs/shards"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // In one process, since actionlint takes seconds to start.
    [Fact(Explicit = true)]
    public async Task Pass_actionlint_which_sees_a_job_that_nobody_knows()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "nightly.yml",
            Repository
                .Read($"{Folder}/nightly.yml")
                .Replace("needs: conformance", "needs: conformity", StringComparison.Ordinal)
        );

        var lint = await NpmTool.NodeAsync(
            Token,
            Linter,
            "{" + string.Join(',', Linted.Append(folder.Path)) + "}/*.yml"
        );

        Assert.Equal(1, lint.ExitCode);
        var seen = Assert.Single(Complaint().Matches(lint.Output));
        Assert.Equal(("nightly.yml", "job-needs"), (seen.Groups[1].Value, seen.Groups[2].Value));
        Assert.Contains(
            $"Checking {Linted.Sum(f => Directory.GetFiles(f, "*.yml").Length) + 1} ",
            lint.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Run_nothing_but_the_scripts_that_run_anywhere(string name)
    {
        var runs = Nodes(Parse(name)).OfType<YamlMappingNode>().Select(m => Text(m, "run")).OfType<string>().ToList();

        var scripts = runs.Where(r => !r.StartsWith("mkdir ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, r => Assert.True(File.Exists(Path.Combine(Repository.Root, r.Split(' ')[0])), r));
        Assert.All(scripts, r => Assert.StartsWith(".ci/", r, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Use_pinned_actions_and_reusable_workflows_with_inputs_that_exist(string name)
    {
        foreach (var node in Nodes(Parse(name)).OfType<YamlMappingNode>().Where(m => Text(m, "uses") is not null))
        {
            var uses = Text(node, "uses")!;
            if (!uses.StartsWith("./", StringComparison.Ordinal))
            {
                Assert.Matches(@"^[\w-]+/[\w/-]+@[0-9a-f]{40}$", uses);
                continue;
            }

            var inputs = Keys(
                uses == "./"
                    ? At(Load(Repository.Read("action.yml")), "inputs")
                    : At(Parse(Path.GetFileName(uses)), "on", "workflow_call", "inputs")
            );
            Assert.Subset(inputs, Keys(At(node, "with")));
        }
    }

    // A tag can be moved to other code, a commit cannot; the tag beside it is for
    // whoever reads and for tools that renew it.
    [Theory]
    [InlineData(".github/workflows")]
    [InlineData("docs/shards")]
    public void Name_each_action_by_its_commit_with_the_release_beside_it(string folder)
    {
        var uses = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yml")
            .SelectMany(File.ReadLines)
            .Where(l =>
                l.TrimStart('-', ' ').StartsWith("uses: ", StringComparison.Ordinal)
                && !l.Contains("./", StringComparison.Ordinal)
            );

        Assert.All(uses, l => Assert.Matches(@"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", l));
        Assert.NotEmpty(uses);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Hand_on_secrets_through_the_environment_alone(string name)
    {
        var text = Repository.Read($"{Folder}/{name}");

        Assert.All(text.Split('\n').Where(l => l.Contains("secrets.", StringComparison.Ordinal)), l =>
            Assert.Matches(@"^\s+[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}$", l)
        );
        Assert.Equal("read", Text((YamlMappingNode)At(Parse(name), "permissions")!, "contents"));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Call_scripts_whose_commands_options_and_files_exist(string name)
    {
        var script = Repository.Read($".ci/{name}");
        var commands = CommandTree
            .Create(
                new Terminal
                {
                    Out = TextWriter.Null,
                    Error = TextWriter.Null,
                    OpenOut = () => Stream.Null,
                    Environment = new Dictionary<string, string>(),
                    Folder = Repository.Root,
                    UserSecrets = false,
                }
            )
            .Subcommands.ToDictionary(c => c.Name);

        foreach (Match call in Call().Matches(script))
        {
            Assert.True(commands.TryGetValue(call.Groups[1].Value, out var command), call.Value);
            Assert.Subset(
                command.Options.Select(o => o.Name).ToHashSet(),
                Option().Matches(call.Groups[2].Value).Select(o => o.Value).ToHashSet()
            );
        }

        Assert.All(FileName().Matches(script).Select(f => f.Value), f =>
            Assert.True(Path.Exists(Path.Combine(Repository.Root, f)), f)
        );
    }

    [Fact]
    public void Run_in_CI_what_a_night_runs() =>
        Assert.Contains(".ci/nightly ", Repository.Read(".ci/run"), StringComparison.Ordinal);

    [Fact]
    public void Are_shown_for_other_CI_services_with_files_and_settings_that_exist()
    {
        var page = Repository.Read("docs/nightly.md");
        var examples = Example().Matches(page).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(2, examples.Count);
        Assert.All(examples, e =>
        {
            Assert.NotEmpty(Load(e).Children);
            Assert.Contains(".ci/nightly", e, StringComparison.Ordinal);
            Assert.Contains(".ci/publish-pacts", e, StringComparison.Ordinal);
        });
        Assert.All(FileName().Matches(page).Select(f => f.Value), f =>
            Assert.True(Path.Exists(Path.Combine(Repository.Root, f)), f)
        );
        var known = Thymia
            .Conformance.Configuration.SettingCatalogue.All.Select(s => s.Variable)
            .Append("THYMIA_ENVIRONMENT")
            .Append("THYMIA_PROVIDERVERSION");
        Assert.Subset(known.ToHashSet(), Variable().Matches(page).Select(v => v.Value).ToHashSet());
    }

    [Fact]
    public void Show_the_action_the_component_and_the_template_with_inputs_that_exist()
    {
        var examples = Example().Matches(Repository.Read("docs/ci.md")).Select(m => Load(m.Groups[1].Value)).ToList();
        var inputs = new[]
        {
            At(Load(Repository.Read("action.yml")), "inputs"),
            At(Load(Repository.Read(".ci/gitlab/conformance.yml")), "spec", "inputs"),
        };
        var parameters = At(Load(Repository.Read(".ci/azure/conformance.yml")), "parameters")!;
        var names = Nodes(parameters).OfType<YamlMappingNode>().Select(p => Text(p, "name")!);
        string[] known = [.. inputs.SelectMany(Keys), .. names];

        Assert.Equal(3, examples.Count);
        var given = examples.SelectMany(Nodes).SelectMany(n => Given.SelectMany(k => Keys(At(n, k)))).ToList();
        Assert.Equal(3, given.Count);
        Assert.All(given, g => Assert.Contains(g, known));
    }

    private static YamlMappingNode Parse(string name) => Load(Repository.Read($"{Folder}/{name}"));

    private static YamlMappingNode Load(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Nodes(YamlNode root) =>
        root switch
        {
            YamlMappingNode map => map.Children.Values.SelectMany(Nodes).Prepend(map),
            YamlSequenceNode list => list.Children.SelectMany(Nodes),
            _ => [],
        };

    private static YamlNode? At(YamlNode? node, params string[] path) =>
        path.Aggregate(node, (at, key) =>
            at is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null
        );

    private static string? Text(YamlMappingNode node, string key) => (At(node, key) as YamlScalarNode)?.Value;

    private static HashSet<string> Keys(YamlNode? node) =>
        node is YamlMappingNode map ? [.. map.Children.Keys.Select(k => ((YamlScalarNode)k).Value!)] : [];

    [GeneratedRegex(@"(?:(?<!dotnet )\btool|Conformance\.Cli --) ([a-z-]+)(.*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<=\s)--[a-z][a-z-]*")]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<![\w/$.}])(?:tests|tools|runsettings|fixtures|\.ci|\.github)/[\w./-]*[\w]")]
    private static partial Regex FileName();

    [GeneratedRegex(@"([\w.-]+):\d+:\d+ .*\[ ([a-z-]+) \]")]
    private static partial Regex Complaint();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\bTHYMIA_[A-Z]+")]
    private static partial Regex Variable();
}
