using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Cli;

public sealed class DeviationsTests : IDisposable
{
    private const string Defect = "birth-sex-any-case";
    private const string Place = "request body at /user/birthSex";

    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_run_s_findings_can_be_accepted_and_then_fail_no_run()
    {
        Assert.Equal(1, await RunAsync(_line, "--defect", Defect));
        Assert.Equal(
            0,
            await _line.RunAsync(
                "deviations",
                "accept",
                _line.Path("results"),
                "--out",
                _line.Path("known.yaml"),
                "--owner",
                "calls team",
                "--reason",
                "old clients",
                "--expires",
                "2999-12-31"
            )
        );
        Assert.Contains($"2 findings accepted in {_line.Path("known.yaml")}", _line.Out, StringComparison.Ordinal);
        using var again = new CommandLine().WithReports();
        again.Environment["GITHUB_STEP_SUMMARY"] = again.Path("summary.md");

        var exit = await RunAsync(again, "--defect", Defect, "--deviations", _line.Path("known.yaml"));

        Assert.True(exit == 0, again.Out + again.Error);
        var subject = $"invalid-rejected-request-body-at-user-birthsex: invalid-rejected, {Place}, 2 cases";
        Assert.Contains(
            $"Known deviation · {subject}\n   old clients (calls team, until 2999-12-31)",
            Lines(again),
            StringComparison.Ordinal
        );
        Assert.Matches("Nothing new: 2 cases of [0-9]+ broke the contract as is known.", again.Out);
        Assert.Matches(@"\ninvalid-rejected +an invalid [a-z ]+  2 known", Lines(again));
        Assert.Contains($"- known deviation ` {subject} `", Read(again, "summary.md"), StringComparison.Ordinal);
        var test = XDocument
            .Load(again.Path("results/junit.xml"))
            .Descendants("testcase")
            .Single(t => t.Attribute("name")!.Value == "user.birthSex · enum");
        Assert.Equal(
            "known deviation invalid-rejected-request-body-at-user-birthsex: old clients (calls team, until "
                + "2999-12-31)",
            Assert.Single(test.Elements("skipped")).Attribute("message")!.Value
        );
    }

    [Fact]
    public async Task The_results_tell_what_became_of_each()
    {
        Write("2999-12-31");

        Assert.Equal(0, await RunAsync(_line, "--defect", Defect, "--deviations", _line.Path("known.yaml")));

        var text = Read(_line, "results/results.json");
        Assert.Empty(Described.SchemaFile("results.schema.json").Check(Encoding.UTF8.GetBytes(text)));
        var root = JsonDocument.Parse(text).RootElement;
        Assert.Equal(
            (2, 0, 0),
            (
                root.GetProperty("known").GetInt32(),
                root.GetProperty("failed").GetInt32(),
                root.GetProperty("tolerated").GetInt32()
            )
        );
        var known = Assert.Single(root.GetProperty("deviations").EnumerateArray());
        Assert.Equal(
            ("lenient-sex", "known", 2),
            (
                known.GetProperty("id").GetString(),
                known.GetProperty("state").GetString(),
                known.GetProperty("cases").GetInt32()
            )
        );
        Assert.Equal(
            2,
            root.GetProperty("remarks")
                .EnumerateArray()
                .Count(r =>
                    r.GetProperty("verdict").GetString() == "known"
                    && r.GetProperty("rule").GetString() == "lenient-sex"
                )
        );
    }

    [Fact]
    public async Task An_expired_deviation_fails_the_run_and_says_so()
    {
        Write("2020-01-31");

        Assert.Equal(1, await RunAsync(_line, "--defect", Defect, "--deviations", _line.Path("known.yaml")));

        Assert.Contains(
            "(BirthSex, enum; the known deviation 'lenient-sex' expired on 2020-01-31)",
            _line.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("Expired deviation · lenient-sex: ", _line.Out, StringComparison.Ordinal);
        Assert.Contains(
            "accepted until 2020-01-31, and no longer: old clients (calls team)",
            _line.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false, 0, "The contract is honoured in all ")]
    [InlineData(true, 1, "The contract is honoured, and 1 known deviation no longer occurs: the list is out of date.")]
    public async Task One_that_no_longer_occurs_is_fixed_and_fails_only_when_strict(
        bool strict,
        int exit,
        string sentence
    )
    {
        Write("2999-12-31");
        string[] more = strict ? ["--strict-deviations"] : [];

        Assert.Equal(exit, await RunAsync(_line, ["--deviations", _line.Path("known.yaml"), .. more]));

        Assert.Contains("Fixed deviation · lenient-sex: ", _line.Out, StringComparison.Ordinal);
        Assert.Contains("it no longer occurs: take it off the list", _line.Out, StringComparison.Ordinal);
        Assert.Contains(sentence, _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_one_sentence_with_its_line()
    {
        _line.Write(
            "known.yaml",
            "deviations:\n  - id: a\n    check: ecco\n    location: answer body\n    reason: b\n"
                + "    owner: c\n    expires: 2999-12-31\n"
        );

        Assert.Equal(2, await RunAsync(_line, "--deviations", _line.Path("known.yaml")));

        Assert.Equal(
            "error: known.yaml:2: the deviation 'a' names the check 'ecco', which does not exist; take an id that "
                + "'explain' lists.",
            _line.Error.TrimEnd()
        );
    }

    [Fact]
    public async Task Accepting_shows_the_list_where_no_file_is_named()
    {
        WriteResults(
            "results.json",
            """{ "check": "echo", "location": "answer body at /agent", "caseId": "a", "sentence": "s" }"""
        );

        Assert.Equal(
            0,
            await _line.RunAsync("deviations", "accept", _line.Path("results.json"), "--expires", "2999-12-31")
        );

        Assert.Equal(
            """
            about: Known deviations; give each a reason and an owner.
            deviations:
              - id: echo-answer-body-at-agent
                check: echo
                location: "answer body at /agent"
                reason: "to be filled in"
                owner: "to be filled in"
                expires: 2999-12-31

            """,
            Lines(_line)
        );
    }

    [Theory]
    [InlineData("none.json", "", "none.json: there is no results.json; name the folder that a run has written to.")]
    [InlineData("text.json", "", "text.json: it is no result of a run, at $; let a run write it anew.")]
    [InlineData("list.json", "", "list.json: it is no result of a run, at $; let a run write it anew.")]
    [InlineData(
        "odd.json",
        "",
        "odd.json: there is no check 'e\\u000a', which a finding is of; give results of the same version."
    )]
    [InlineData(
        "good.json",
        "--expires tomorrow",
        "--expires: 'tomorrow' is not allowed; give a day such as 2027-03-31."
    )]
    [InlineData(
        "good.json",
        "--out good.json --owner me --reason old",
        "good.json: the file exists, and may hold what someone has edited; name another with --out."
    )]
    public async Task Accepting_says_in_one_sentence_what_is_wrong(string file, string options, string sentence)
    {
        _line.Write("text.json", "no JSON");
        _line.Write("list.json", "[]");
        WriteResults("odd.json", """{ "check": "e\n", "location": "l", "caseId": "a", "sentence": "s" }""");
        var good = WriteResults("good.json", "");
        string[] words =
        [
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == "good.json" ? good : w),
        ];

        Assert.Equal(2, await _line.RunAsync(["deviations", "accept", _line.Path(file), .. words]));

        Assert.Equal(
            $"error: {sentence}",
            _line.Error.TrimEnd().Replace(_line.Folder + "/", "", StringComparison.Ordinal)
        );
        Assert.Empty(_line.Out);
    }

    [Theory]
    [InlineData("--owner|calls team", "about: Known deviations; give each a reason.")]
    [InlineData("--reason|old clients", "about: Known deviations; give each an owner.")]
    [InlineData("--reason|old clients|--owner|calls team", "about: Known deviations.")]
    public async Task Accepting_asks_for_no_more_than_is_missing(string options, string about)
    {
        var results = WriteResults(
            "results.json",
            """{ "check": "echo", "location": "answer body at /agent", "caseId": "a", "sentence": "s" }"""
        );

        Assert.Equal(0, await _line.RunAsync(["deviations", "accept", results, .. options.Split('|')]));

        Assert.Equal(about, Lines(_line).Split('\n')[0]);
    }

    [Theory]
    [InlineData(
        "--owner|calls team",
        "--reason: it is missing, and a list that is written to a file takes effect as it is; say why they are "
            + "accepted."
    )]
    [InlineData(
        "--reason|old clients",
        "--owner: it is missing, and a list that is written to a file takes effect as it is; name who will see to them."
    )]
    [InlineData(
        "--reason|To be filled in.|--owner|calls team",
        "--reason: 'To be filled in.' is not allowed; say why they are accepted."
    )]
    [InlineData("--reason|old clients|--owner| ", "--owner: ' ' is not allowed; name who will see to them.")]
    public async Task Accepting_writes_no_file_in_which_something_is_left_open(string options, string sentence)
    {
        Assert.Equal(
            2,
            await _line.RunAsync([
                "deviations",
                "accept",
                WriteResults("results.json", ""),
                "--out",
                _line.Path("known.yaml"),
                .. options.Split('|'),
            ])
        );

        Assert.Equal($"error: {sentence}", _line.Error.TrimEnd());
        Assert.False(File.Exists(_line.Path("known.yaml")));
    }

    [Fact]
    public async Task Accepting_refuses_a_day_that_is_over()
    {
        Assert.Equal(
            2,
            await _line.RunAsync("deviations", "accept", WriteResults("results.json", ""), "--expires", "2020-01-31")
        );

        Assert.Matches(
            "^error: --expires: 2020-01-31 is over, so nothing would be accepted; give today, [0-9-]{10}, or a later "
                + "day[.]\\s*$",
            _line.Error
        );
    }

    [Theory]
    [InlineData("old clients", "has no reason yet; say why it is accepted, as its reason.")]
    [InlineData("calls team", "has no owner yet; name who will see to it, as its owner.")]
    public async Task A_list_with_something_left_open_is_refused(string replaced, string sentence)
    {
        Write("2999-12-31");
        await File.WriteAllTextAsync(
            _line.Path("known.yaml"),
            Read(_line, "known.yaml").Replace(replaced, "to be filled in", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, await RunAsync(_line, "--deviations", _line.Path("known.yaml")));

        Assert.Equal($"error: known.yaml:2: the deviation 'lenient-sex' {sentence}", _line.Error.TrimEnd());
    }

    private static Task<int> RunAsync(CommandLine line, params string[] options) =>
        line.RunAsync([
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "location=user.birthSex",
            "--out",
            line.Path("results"),
            .. options,
        ]);

    private static string Read(CommandLine line, string name) => File.ReadAllText(line.Path(name));

    private static string Lines(CommandLine line) => line.Out.ReplaceLineEndings("\n");

    private string WriteResults(string name, string finding) =>
        _line.Write(
            name,
            $$"""
            {
              "version": 1, "seed": 1, "baseUrl": "http://localhost:1/", "startedAt": "2026-01-02T03:04:05Z",
                "exitCode": 1,
              "description": { "file": "a.yaml", "title": "t", "version": "1", "sha256": "00" },
              "cases": 1, "passed": 0, "tolerated": 0, "failed": 1, "findings": [{{finding}}], "causes": [],
                "answers": [], "map": []
            }
            """
        );

    private void Write(string expires) =>
        _line.Write(
            "known.yaml",
            $"""
            deviations:
              - id: lenient-sex
                check: invalid-rejected
                location: {Place}
                reason: old clients
                owner: calls team
                expires: {expires}
            """
        );
}
