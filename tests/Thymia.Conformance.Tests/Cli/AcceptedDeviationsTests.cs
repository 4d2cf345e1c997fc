namespace Thymia.Conformance.Tests.Cli;

/// <summary>The command that writes findings into a file of deviations.</summary>
public sealed class AcceptedDeviationsTests : DeviationFiles
{
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
}
