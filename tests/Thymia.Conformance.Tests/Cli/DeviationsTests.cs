using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Cli;

public sealed class DeviationsTests : DeviationFiles
{
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
}
