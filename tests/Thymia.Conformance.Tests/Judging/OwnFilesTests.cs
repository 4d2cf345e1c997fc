using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// What is said of files of ours that cannot be used: code for machines, and a sentence with place and hint.
/// </summary>
public sealed class OwnFilesTests : IDisposable
{
    private const string Head = "policy: mine\nabout: a\nsource: b\nvocabulary: x\nrules:\n";
    private const string Tail = "    reason: c\n    source: d\n";
    private const string Known =
        "deviations:\n  - id: a\n    check: echo\n    location: body\n    reason: b\n    owner: c\n    expires: "
        + "2026-01-15\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("own-files").FullName;

    [Theory]
    [InlineData("[]", "own-file-against-schema", "mine.yaml:1: at the top there is ")]
    [InlineData("a: 1\nb: @x\nc: 2", "own-file-not-yaml", "mine.yaml:2: the file is not YAML; mend the text there.")]
    [InlineData(
        Head + "  - id: a\n    constraint: type\n    answer: accepted\n    statuses: [400]\n" + Tail,
        "tolerance-not-usable",
        "mine.yaml:6: the rule 'a' has statuses; give them to refusals alone."
    )]
    [InlineData(
        Head + "  - id: a\n    constraint: requestBody\n    answer: accepted\n" + Tail,
        "tolerance-not-usable",
        "mine.yaml:6: the rule 'a' would hide that something demanded is missing; let it tolerate refusals only."
    )]
    [InlineData(
        Head + "  - id: a\n    constraint: type\n    answer: accepted\n    pattern: '['\n" + Tail,
        "tolerance-not-usable",
        "mine.yaml:9: the pattern is no regular expression; mend it."
    )]
    public void Of_a_policy(string text, string code, string message)
    {
        var error = Assert.Throws<UnusableInputException>(() => PolicyReader.Read(Written("mine.yaml", text)));

        Assert.Equal(code, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_file_that_is_not_there()
    {
        var error = Assert.Throws<UnusableInputException>(() => PolicyReader.Read(Path.Combine(_folder, "mine.yaml")));

        Assert.Equal(
            ("own-file-not-readable", "mine.yaml: the file cannot be read; give a file that can."),
            (error.Code, error.Message)
        );
    }

    [Fact]
    public void Of_a_policy_that_is_not_there() =>
        Assert.Equal(
            "policy-not-found",
            Assert.Throws<UnusableInputException>(() => PolicyReader.ReadNamed("django")).Code
        );

    [Theory]
    [InlineData(
        "    location: body\n",
        "",
        "names neither location nor case; a check is never switched off as a whole."
    )]
    [InlineData(
        "check: echo",
        "check: ecco",
        "names the check 'ecco', which does not exist; take an id that 'explain' lists."
    )]
    public void Of_a_deviation(string before, string after, string message)
    {
        var file = Written("mine.yaml", Known.Replace(before, after, StringComparison.Ordinal));

        var error = Assert.Throws<UnusableInputException>(() => DeviationReader.ReadAll(file));

        Assert.Equal(
            ("deviation-not-usable", $"mine.yaml:2: the deviation 'a' {message}"),
            (error.Code, error.Message)
        );
    }

    [Fact]
    public void Of_two_deviations_of_one_name()
    {
        Written("one.yaml", Known);
        Written("two.yml", Known);

        var error = Assert.Throws<UnusableInputException>(() => DeviationReader.ReadAll(_folder));

        Assert.Equal("deviation-not-usable", error.Code);
        Assert.EndsWith(
            ": two deviations are called 'a'; give each an id of its own.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Are_read_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            Written(name + ".yaml", Known.Replace("id: a", $"id: {name}", StringComparison.Ordinal));
        }

        Assert.Equal(["a", "b", "c"], DeviationReader.ReadAll(_folder).Select(d => d.Id));
    }

    [Fact]
    public void Are_written_in_order_under_names_of_their_own()
    {
        var most = "/" + new string('a', 44);
        var writer = new DeviationWriter(new DateOnly(2026, 1, 15)) with
        {
            Reason = "old clients",
            Owner = "calls team",
        };
        var text = writer.Write([
            ("echo", "answer body at /b", "x"),
            ("echo", "answer body at /a/", "x"),
            ("echo", "answer body at /a", "x"),
            ("echo", "answer body at /A", "x"),
            ("echo", "answer body at " + most, "x"),
            ("echo", "answer body at /b" + most, "x"),
        ]);

        Assert.EndsWith("2026-01-15\n", text, StringComparison.Ordinal);
        var read = DeviationReader.ReadAll(Written("mine.yaml", text));
        Assert.Equal(
            [
                "echo-answer-body-at-a",
                "echo-answer-body-at-a-2",
                "echo-answer-body-at-a-3",
                "echo-answer-body-at-" + new string('a', 40),
                "echo-answer-body-at-b",
                "echo-answer-body-at-b-" + new string('a', 38),
            ],
            read.Select(d => d.Id)
        );
    }

    [Theory]
    [InlineData(null, null, "about: Known deviations; give each a reason and an owner.\n")]
    [InlineData("old clients", null, "about: Known deviations; give each an owner.\n")]
    [InlineData(null, "calls team", "about: Known deviations; give each a reason.\n")]
    [InlineData("old clients", "calls team", "about: Known deviations.\n")]
    public void Say_what_is_left_to_be_filled_in(string? reason, string? owner, string about)
    {
        var writer = new DeviationWriter(new DateOnly(2026, 1, 15));
        writer = reason is null ? writer : writer with { Reason = reason };
        writer = owner is null ? writer : writer with { Owner = owner };

        Assert.Equal(about + "deviations: []\n", writer.Write([]));
    }

    [Theory]
    [InlineData("strict", "configured")]
    [InlineData("auto", "no answer has been seen yet")]
    public void Tell_why_a_policy_is_in_force(string name, string reason)
    {
        var choice = new PolicyChoice(name);

        Assert.Equal(("strict", reason, name == "auto"), (choice.Name, choice.Reason, choice.IsOpen));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
