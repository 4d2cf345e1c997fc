using System.Text;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class ViolationTests
{
    [Theory]
    [InlineData(
        """{"type":["integer","null","array"]}""",
        "\"x\"",
        "\"x\"",
        "a whole number or null or an array",
        "Subject, type"
    )]
    [InlineData("""{"enum":["a",1,null]}""", "2.50", "2.50", "one of a, 1, null", "Subject, enum")]
    [InlineData("""{"const":null}""", "1e400", "1e400", "null", "Subject, const")]
    [InlineData("""{"maxLength":2}""", "\"abc\"", "\"abc\"", "at most 2 characters", "Subject, maxLength")]
    [InlineData("""{"exclusiveMinimum":0.50}""", "0.5", "0.5", "more than 0.50", "Subject, exclusiveMinimum")]
    [InlineData("""{"multipleOf":0.01}""", "0.001", "0.001", "a multiple of 0.01", "Subject, multipleOf")]
    [InlineData("""{"format":"date-time"}""", "\"x\"", "\"x\"", "an RFC 3339 date-time with offset", "Subject, format")]
    [InlineData("""{"pattern":"^a$"}""", "\"b\"", "\"b\"", "text matching ^a$", "Subject, pattern")]
    [InlineData(
        """{"properties":{"p":{"required":["q"]}}}""",
        """{"p":{}}""",
        "nothing",
        "the property to be present",
        "Subject.p, required"
    )]
    [InlineData(
        """{"additionalProperties":false}""",
        """{"p":[1]}""",
        "[1]",
        "no property beyond the documented ones",
        "Subject, additionalProperties"
    )]
    [InlineData(
        """{"items":{"oneOf":[{},{}]}}""",
        "[true]",
        "true",
        "exactly one of the alternatives",
        "Subject.items, oneOf"
    )]
    [InlineData("""{"not":{}}""", "null", "null", "a value that is not excluded", "Subject, not")]
    [InlineData("""{"properties":{"p":false}}""", """{"p":1}""", "1", "no value at all", "Subject.p, false")]
    [InlineData(
        """{"$ref":"#/components/schemas/Subject/$defs/d","$defs":{"d":{"minItems":2}}}""",
        "[]",
        "[]",
        "at least 2 items",
        "Subject.$defs.d, minItems"
    )]
    public void Says_what_was_found_expected_and_by_whom(
        string schema,
        string json,
        string found,
        string expected,
        string source
    )
    {
        var violation = Assert.Single(Described.Schema(schema).Check(json));

        Assert.Equal((found, expected, source), (violation.Found, violation.Expected, violation.Source));
    }

    [Fact]
    public void Shows_only_the_beginning_of_what_is_long()
    {
        var violation = Assert.Single(Described.Schema("""{"maxLength":1}""").Check($"\"{new string('x', 500)}\""));

        Assert.Equal(60, violation.Found.Length);
        Assert.EndsWith("...", violation.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("// c\n1")]
    [InlineData("{'a':1}")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1 2")]
    [InlineData("{} {}")]
    [InlineData("\uFEFF1")]
    [InlineData("\"\t\"")]
    [InlineData("\"\\x\"")]
    [InlineData("nul")]
    [InlineData("True")]
    [InlineData("\u00a01")]
    public void Finds_no_json_where_the_text_is_not_strictly_json(string text)
    {
        var violation = Assert.Single(Described.Schema("{}").Check(text));

        Assert.Equal(("", "json", "RFC 8259"), (violation.Pointer, violation.Keyword, violation.Source));
        Assert.NotEmpty(violation.Found);
    }

    [Theory]
    [InlineData(" 1 ")]
    [InlineData("\r\n\t{\r\n}\n")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("1e400")]
    [InlineData("-0")]
    public void Takes_whatever_is_strictly_json(string text) => Assert.Empty(Described.Schema("{}").Check(text));

    [Fact]
    public void Judges_the_last_of_two_keys_that_are_the_same() =>
        Assert.Empty(Described.Schema("""{"properties":{"a":{"const":2}}}""").Check("""{"a":1,"a":2}"""));

    [Fact]
    public void Finds_no_json_in_other_bytes() =>
        Assert.All(
            new byte[][]
            {
                [0x22, 0xFF, 0x22],
                [0xFF, 0xFE, 0x31, 0x00],
                [0x22, 0xED, 0xA0, 0x80, 0x22],
                [0x22, 0xC0, 0x80, 0x22],
            },
            bytes => Assert.Equal("json", Assert.Single(Described.Schema("{}").Check(bytes)).Keyword)
        );

    [Theory]
    [InlineData(250, true)]
    [InlineData(300, false)]
    public void Reads_text_as_deep_as_any_sense_goes(int depth, bool valid) =>
        Assert.Equal(
            valid,
            Described
                .Schema("""{"items":{"$ref":"#/components/schemas/Subject"}}""")
                .Check(new string('[', depth) + new string(']', depth))
                .Count == 0
        );

    [Fact]
    public void Finds_the_same_whatever_the_number_of_threads()
    {
        var schema = Described.Schema(
            """{"properties":{"a":{"oneOf":[{"type":"string"},{"minimum":3}]}},"required":["b"]}"""
        );
        var bytes = Encoding.UTF8.GetBytes("""{"a":1}""");

        var all = Enumerable
            .Range(0, 400)
            .AsParallel()
            .Select(_ => string.Join(',', schema.Check(bytes).Select(v => $"{v.Pointer} {v.Keyword}")));

        Assert.Equal(["/b required,/a oneOf"], all.Distinct());
    }
}
