using Thymia.Conformance.OpenApi;
using YamlDotNet.Core;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-7", "-7")]
    [InlineData("+7", "7")]
    [InlineData("1.0", "1.0")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5e-3", "-0.5e-3")]
    [InlineData("1e3", "1e3")]
    [InlineData("1e400", "1e400")]
    [InlineData("12345678901234567890.12345678901234567890", "12345678901234567890.12345678901234567890")]
    [InlineData("010", "10")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "31")]
    [InlineData("0xffffffffffffffffff", "4722366482869645213695")]
    [InlineData("0", "0")]
    [InlineData("00", "0")]
    [InlineData("true", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("!!int '5'", "5")]
    [InlineData("!!float 5", "5")]
    [InlineData("!!bool 'true'", "true")]
    [InlineData("!!null ''", "null")]
    public void Reads_what_the_core_schema_resolves(string yaml, string json) => Assert.Equal(json, Value(yaml));

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("Off")]
    [InlineData("y")]
    [InlineData("tRUE")]
    [InlineData("nULL")]
    [InlineData("2020-01-01")]
    [InlineData("2020-01-01T10:00:00Z")]
    [InlineData("12:30:45")]
    [InlineData("1_000")]
    [InlineData("0b101")]
    [InlineData("0o8")]
    [InlineData("0x")]
    [InlineData("-0x1F")]
    [InlineData("1e")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData(".inf")]
    [InlineData(".nan")]
    [InlineData("^[A-Z]{2}$")]
    public void Leaves_as_text_what_the_core_schema_does_not_resolve(string yaml)
    {
        var text = yaml == "-" ? "'-'" : yaml;

        Assert.Equal(yaml, (string?)YamlText.Read("a: " + text).Json!["a"]);
    }

    [Theory]
    [InlineData("'1'", "1")]
    [InlineData("\"true\"", "true")]
    [InlineData("'null'", "null")]
    [InlineData("!!str 1", "1")]
    [InlineData("! 1", "1")]
    [InlineData("!custom 1", "1")]
    [InlineData("\"\\u00e9\\n\"", "é\n")]
    [InlineData("'it''s'", "it's")]
    public void Takes_quoted_and_tagged_scalars_as_text(string yaml, string text) =>
        Assert.Equal(text, (string?)YamlText.Read("a: " + yaml).Json!["a"]);

    [Theory]
    [InlineData("a: >-\n  one\n  two\n\n  three\n", "one two\nthree")]
    [InlineData("a: >\n  one\n  two\n", "one two\n")]
    [InlineData("a: |\n  one\n   two\n", "one\n two\n")]
    [InlineData("a: |+\n  one\n\n", "one\n\n")]
    [InlineData("a: one\n  two\n", "one two")]
    public void Folds_block_scalars(string yaml, string text) =>
        Assert.Equal(text, (string?)YamlText.Read(yaml).Json!["a"]);

    [Fact]
    public void Takes_keys_as_they_are_written()
    {
        var json = YamlText.Read("200: a\ntrue: b\n1.0: c\n~: d\n'e': f\n0x10: g").Json!;

        Assert.Equal("""{"200":"a","true":"b","1.0":"c","~":"d","e":"f","0x10":"g"}""", json.ToJsonString());
    }

    [Fact]
    public void Copies_what_an_alias_stands_for()
    {
        var json = YamlText.Read("a: &x {b: [1, &y two]}\nc: *x\nd: *y").Json!;

        Assert.Equal("""{"a":{"b":[1,"two"]},"c":{"b":[1,"two"]},"d":"two"}""", json.ToJsonString());
    }

    [Fact]
    public void Merges_mappings_and_lets_the_nearer_one_win()
    {
        var json = YamlText.Read("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0").Json!["z"]!;

        Assert.Equal("""{"a":0,"b":1,"c":2}""", json.ToJsonString());
    }

    [Fact]
    public void Keeps_a_quoted_merge_key_as_a_name() =>
        Assert.Equal("""{"\u003C\u003C":1}""", YamlText.Read("'<<': 1").Json!.ToJsonString());

    [Fact]
    public void Remembers_the_line_of_every_place()
    {
        var text = YamlText.Read(
            "# comment\na:\n  b/c: >-\n    folded\n    text\n  d:\n    - 1\n    - e: 2\nf: {g: 1,\n  h: 2}"
        );

        string[] places = ["", "/a", "/a/b~1c", "/a/d/0", "/a/d/1", "/a/d/1/e", "/f/g", "/f/h"];
        Assert.Equal([1, 2, 3, 7, 8, 8, 9, 10], places.Select(p => text.Lines[p]));
        Assert.Equal(8, text.LineOf("/a/d/1/not/stated"));
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("# only a comment\n", 2, "the file is empty")]
    [InlineData("a: 1\n---\nb: 2", 2, "a second document")]
    [InlineData("a: 1\nb: 2\na: 3", 3, "the key 'a' stands here again, after line 1")]
    [InlineData("a: 1\n? [b, c]\n: 2", 2, "a key is itself a list")]
    [InlineData("a: 1\n? {b: c}\n: 2", 2, "a key is itself a list")]
    [InlineData("a: *nowhere", 1, "the alias '*nowhere' has no anchor before it")]
    [InlineData("a: &a [*a]", 1, "the alias '*a' has no anchor before it")]
    [InlineData("<<: 5", 1, "the merge key '<<' takes a mapping")]
    [InlineData("a: 1\nb:\n\t- 1", 3, "a tab cannot indent YAML")]
    [InlineData("a: [1, 2\nb", 1, "")]
    [InlineData("a: 'open", 1, "")]
    [InlineData("a: b: c", 1, "")]
    public void Says_what_is_no_yaml_and_on_which_line(string yaml, int line, string problem)
    {
        var error = Assert.ThrowsAny<YamlException>(() => YamlText.Read(yaml));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, (int)error.Start.Line);
    }

    [Fact]
    public void Refuses_aliases_that_stand_for_more_than_memory_holds()
    {
        var bomb =
            "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                "bcdefghi".Select(
                    (c, i) => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat("*" + "abcdefgh"[i], 10))}]\n"
                )
            );

        var error = Assert.ThrowsAny<YamlException>(() => YamlText.Read(bomb));

        Assert.Contains("aliases stand for more than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_text_nested_too_deep()
    {
        var error = Assert.ThrowsAny<YamlException>(() => YamlText.Read(new string('[', 5000)));

        Assert.Contains("nested more than 200 deep", error.Message, StringComparison.Ordinal);
    }

    private static string Value(string yaml) => YamlText.Read("a: " + yaml).Json!["a"]?.ToJsonString() ?? "null";
}
