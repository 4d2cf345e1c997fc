using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Ci;

/// <summary>
/// <c>action.yml</c> as a job runner takes it: its conditions, its expressions, and each of its scripts as a process.
/// Other actions are noted and not run; <c>gh</c> is a script that writes down what it is given.
/// </summary>
internal sealed partial class ActionRun(string folder)
{
    public static JsonNode File { get; } = YamlText.Read(Repository.Read("action.yml")).Json!;

    /// <summary>What a workflow gives beside the defaults.</summary>
    public Dictionary<string, string> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables of the workflow's step.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>gh issue list</c> answers: the number of an open issue.</summary>
    public string OpenIssue { get; init; } = "";

    /// <summary>False where GitHub refuses whatever the token asks for.</summary>
    public bool IsPermitted { get; init; } = true;

    /// <summary>The actions of others that were used, with what they were given.</summary>
    public List<(string Action, Dictionary<string, string> With)> Used { get; } = [];

    public Dictionary<string, string> Outputs { get; } = new(StringComparer.Ordinal);

    public string Output { get; private set; } = "";

    /// <summary>The calls of <c>gh</c> with all they were given.</summary>
    public string Calls => Read("gh-calls");

    public string Summary => Read("summary.md");

    /// <summary>Where the tool lies once it is installed.</summary>
    public string Tools => Directory.CreateDirectory(Path.Combine(folder, "temp", "thymia-conformance")).FullName;

    /// <summary>Runs all steps; false where one has failed.</summary>
    public async Task<bool> ExecuteAsync(CancellationToken cancellation)
    {
        Script(Path.Combine(folder, "bin", "gh"), FakeGh);
        Script(Path.Combine(Tools, "thymia-conformance"), $"exec dotnet '{CliProcess.Assembly()}' \"$@\"");
        foreach (var step in File["runs"]!["steps"]!.AsArray().Select(s => s!))
        {
            if (!IsMet((string?)step["if"]))
            {
                continue;
            }

            if ((string?)step["uses"] is { } uses)
            {
                Used.Add((uses.Split('@')[0], Resolved(step["with"])));
            }
            else if (!await RunAsync(step, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private const string FakeGh = """
        printf 'gh %s\n' "$*" >> "$GH_CALLS"
        [ "$GH_PERMITTED" = True ] || exit 4
        case "$1 $2" in
          'issue list') printf '%s' "$GH_ISSUE" ;;
          'api --method') cat >> "$GH_CALLS" ;;
        esac
        while [ $# -gt 0 ]; do
          if [ "$1" = --body-file ]; then cat "$2" >> "$GH_CALLS"; fi
          shift
        done
        """;

    /// <summary>Writes a script that can be run.</summary>
    public static void Script(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, $"#!/usr/bin/env bash\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(
                file,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    /// <summary>Starts a script of bash in a folder, with nothing of whoever runs these tests.</summary>
    public static Process Start(string folder, string script, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", ["-e", "-o", "pipefail", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        SuiteProcess.Forget(start.Environment);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private async Task<bool> RunAsync(JsonNode step, CancellationToken cancellation)
    {
        var outputs = Path.Combine(folder, "outputs");
        await System.IO.File.WriteAllTextAsync(outputs, "", cancellation);
        var path = System.Environment.GetEnvironmentVariable("PATH");
        Dictionary<string, string> runner = new()
        {
            ["APPDATA"] = folder,
            ["PATH"] = $"{Path.Combine(folder, "bin")}{Path.PathSeparator}{path}",
            ["RUNNER_TEMP"] = Path.Combine(folder, "temp"),
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTION_PATH"] = Repository.Root,
            ["GITHUB_OUTPUT"] = outputs,
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(folder, "summary.md"),
            ["GITHUB_REPOSITORY"] = "owner/api",
            ["GITHUB_SERVER_URL"] = "https://git.example.com",
            ["GITHUB_RUN_ID"] = "12",
            ["GITHUB_EVENT_NAME"] = "schedule",
            ["GH_CALLS"] = Path.Combine(folder, "gh-calls"),
            ["GH_ISSUE"] = OpenIssue,
            ["GH_PERMITTED"] = $"{IsPermitted}",
        };
        foreach (var (name, value) in Environment.Concat(Resolved(step["env"])))
        {
            runner[name] = value;
        }

        var (exit, output) = await SuiteProcess.WaitAsync(Start(folder, (string)step["run"]!, runner), cancellation);
        Output += output;
        foreach (var line in await System.IO.File.ReadAllLinesAsync(outputs, cancellation))
        {
            Outputs[$"steps.{(string?)step["id"]}.outputs.{line.Split('=')[0]}"] = line.Split('=', 2)[1];
        }

        return exit == 0;
    }

    private bool IsMet(string? condition) =>
        condition is null
        || condition
            .Split(" && ")
            .All(part =>
                Comparison().Match(part) is { Success: true } match
                && Value(match.Groups[1].Value) == match.Groups[3].Value == (match.Groups[2].Value == "==")
            );

    private Dictionary<string, string> Resolved(JsonNode? map) =>
        map?.AsObject().ToDictionary(p => p.Key, p => Resolved($"{p.Value}"), StringComparer.Ordinal) ?? [];

    private string Resolved(string text) => Expression().Replace(text, m => Value(m.Groups[1].Value));

    // Of "a || b" the first that is not empty.
    private string Value(string expression) =>
        expression.Split(" || ").Select(One).FirstOrDefault(v => v.Length > 0) ?? "";

    private string One(string name) =>
        name switch
        {
            "github.token" => "token-of-the-job",
            "github.sha" => "0123456789abcdef",
            "github.ref_name" => "main",
            "github.run_id" => "12",
            "github.event.pull_request.head.sha" => "",
            "runner.temp" => Path.Combine(folder, "temp"),
            "runner.os" => "Linux",
            "runner.arch" => "X64",
            _ when name.StartsWith("steps.", StringComparison.Ordinal) => Outputs.GetValueOrDefault(name, ""),
            _ when name.StartsWith("inputs.", StringComparison.Ordinal) => Input(name["inputs.".Length..]),
            _ => throw new InvalidOperationException($"nobody knows {name}"),
        };

    private string Input(string name)
    {
        var input = File["inputs"]![name] ?? throw new InvalidOperationException($"there is no input {name}");
        return Inputs.TryGetValue(name, out var value) ? value : Resolved($"{input["default"]}");
    }

    private string Read(string name)
    {
        var file = Path.Combine(folder, name);
        return System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file) : "";
    }

    [GeneratedRegex(@"^(\S+) (==|!=) '([^']*)'$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\$\{\{ (.+?) \}\}")]
    private static partial Regex Expression();
}
