using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Breaks;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Breaks;

/// <summary>
/// One kind of break on one constraint and one valid value; <c>none</c> where that kind does not exist there.
/// </summary>
public sealed class BreakKindsTests
{
    [Theory]
    [InlineData("minLength: 3", "one-too-short", "\"abcd\"", "\"ab\"")]
    [InlineData("minLength: 3", "one-too-short", "\"abc\"", "\"ab\"")]
    [InlineData("minLength: 3", "one-too-short", "\"\\ud83d\\ude00bcd\"", "\"xx\"")]
    [InlineData("minLength: 1", "one-too-short", "\"a\"", "\"\"")]
    [InlineData("minLength: 0", "one-too-short", "\"a\"", "none")]
    [InlineData("minLength: 2", "empty", "\"ab\"", "\"\"")]
    [InlineData("minLength: 1", "empty", "\"a\"", "none")]
    [InlineData("minLength: 2", "astral-too-short", "\"ab\"", "\"\\uD83D\\uDE00\"")]
    [InlineData("minLength: 1", "astral-too-short", "\"ab\"", "none")]
    [InlineData("minLength: 3, pattern: '^a'", "astral-too-short", "\"abc\"", "none")]
    [InlineData("maxLength: 3", "one-too-long", "\"ab\"", "\"abbb\"")]
    [InlineData("maxLength: 3", "one-too-long", "\"abc\"", "\"abcc\"")]
    [InlineData("maxLength: 1", "one-too-long", "\"\"", "\"xx\"")]
    [InlineData("maxLength: 2", "one-too-long", "\"\\ud83d\\ude00\"", "\"\\uD83D\\uDE00xx\"")]
    [InlineData("maxLength: 1", "far-too-long", "\"a\"", "\"aaaaaaaaaaaaaaaaaaaa\"")]
    [InlineData("maxLength: 0", "one-too-long", "\"\"", "\"x\"")]
    public void Length(string schema, string kind, string old, string expected) =>
        Assert.Equal(expected, Broken($"type: string, {schema}", schema.Split(':')[0], kind, old));

    [Theory]
    [InlineData("type: integer, minimum: 3", "one-step-below", "5", "2")]
    [InlineData("type: integer, minimum: 4, multipleOf: 4", "one-step-below", "8", "0")]
    [InlineData("type: integer, minimum: 2.5", "one-step-below", "5", "1")]
    [InlineData("type: integer, minimum: 3", "far-below", "5", "-999997")]
    [InlineData("type: integer, minimum: 3", "just-below", "5", "none")]
    [InlineData("type: number, minimum: 3", "just-below", "5", "2.9999999")]
    [InlineData("type: integer, maximum: 3", "one-step-above", "1", "4")]
    [InlineData("type: integer, maximum: 2.5", "one-step-above", "1", "4")]
    [InlineData("type: integer, maximum: 3", "far-above", "1", "1000003")]
    [InlineData("type: integer, maximum: 3", "just-above", "1", "none")]
    [InlineData("type: number, maximum: 3", "just-above", "1", "3.0000001")]
    [InlineData("type: integer, exclusiveMinimum: 3", "on-excluded-minimum", "5", "3")]
    [InlineData("type: integer, exclusiveMinimum: 0.5", "on-excluded-minimum", "5", "0")]
    [InlineData("type: integer, exclusiveMinimum: 3", "below-excluded-minimum", "5", "2")]
    [InlineData("type: integer, exclusiveMaximum: 3", "on-excluded-maximum", "1", "3")]
    [InlineData("type: integer, exclusiveMaximum: 2.5", "on-excluded-maximum", "1", "3")]
    [InlineData("type: integer, exclusiveMaximum: 3", "above-excluded-maximum", "1", "4")]
    [InlineData("type: integer, exclusiveMaximum: 3", "one-step-above", "1", "none")]
    [InlineData("type: integer, multipleOf: 3", "off-the-step", "6", "7")]
    [InlineData("type: integer, multipleOf: 3, maximum: 6", "off-the-step", "6", "5")]
    [InlineData("type: integer, multipleOf: 3, minimum: 6, maximum: 6", "off-the-step", "6", "none")]
    [InlineData("type: integer, multipleOf: 1", "off-the-step", "6", "none")]
    [InlineData("type: number, multipleOf: 0.5", "off-the-step", "1", "1.25")]
    [InlineData("type: number, multipleOf: 0.5, maximum: 1", "off-the-step", "1", "0.75")]
    public void Numbers(string schema, string kind, string old, string expected)
    {
        var keyword = kind == "off-the-step" ? "multipleOf" : schema.Split(", ")[1].Split(':')[0];
        Assert.Equal(expected, Broken(schema, keyword, kind, old));
    }

    [Theory]
    [InlineData("minItems: 2", "one-too-few", "[1,2,3]", "[1]")]
    [InlineData("minItems: 0", "one-too-few", "[1,2,3]", "none")]
    [InlineData("minItems: 2", "empty", "[1,2]", "[]")]
    [InlineData("minItems: 1", "empty", "[1]", "none")]
    [InlineData("maxItems: 2", "one-too-many", "[1]", "[1,\"item0\",\"item1\"]")]
    [InlineData("maxItems: 1, items: {const: 5}", "one-too-many", "[5]", "[5,5]")]
    [InlineData("maxItems: 1, uniqueItems: true, items: {const: 5}", "one-too-many", "[5]", "none")]
    [InlineData("uniqueItems: true", "adjacent-duplicate", "[1,2,3]", "[1,1,2,3]")]
    [InlineData("uniqueItems: true", "distant-duplicate", "[1,2,3]", "[1,2,3,1]")]
    [InlineData("uniqueItems: true", "adjacent-duplicate", "[1]", "[1,1]")]
    [InlineData("uniqueItems: true", "distant-duplicate", "[1]", "none")]
    [InlineData("uniqueItems: true", "adjacent-duplicate", "[]", "none")]
    [InlineData("uniqueItems: true, maxItems: 3", "adjacent-duplicate", "[1,2]", "[1,1,2]")]
    [InlineData("uniqueItems: true, maxItems: 2", "adjacent-duplicate", "[1,2]", "none")]
    public void Arrays(string schema, string kind, string old, string expected) =>
        Assert.Equal(expected, Broken($"type: array, {schema}", schema.Split(':')[0], kind, old));

    [Theory]
    [InlineData(
        "additionalProperties: false, properties: {a: {}}",
        "property-in-other-case",
        "{}",
        "/A \"unexpected\""
    )]
    [InlineData(
        "additionalProperties: false, properties: {a: {}, A: {}, b-c: {}, d: {}}",
        "property-in-other-case",
        "{}",
        "/D \"unexpected\""
    )]
    [InlineData("additionalProperties: false, properties: {A: {}}", "property-in-other-case", "{}", "none")]
    [InlineData(
        "additionalProperties: false, properties: {a: {}}",
        "unexpected-property",
        "{}",
        "/unexpected \"unexpected\""
    )]
    [InlineData("minProperties: 2, required: [b]", "one-too-few", "{\"a\":1,\"b\":2,\"c\":3}", "{\"b\":2}")]
    [InlineData("minProperties: 2, required: [a, b]", "one-too-few", "{\"a\":1,\"b\":2}", "none")]
    [InlineData("maxProperties: 2", "one-too-many", "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":2,\"extra1\":\"extra\"}")]
    [InlineData(
        "maxProperties: 1, additionalProperties: {type: integer}",
        "one-too-many",
        "{\"a\":7}",
        "{\"a\":7,\"extra1\":7}"
    )]
    public void Objects(string schema, string kind, string old, string expected) =>
        Assert.Equal(expected, Broken($"type: object, {schema}", schema.Split(':')[0], kind, old));

    [Theory]
    [InlineData("[MALE, FEMALE]", "outsider", "\"not-a-member\"")]
    [InlineData("[1, 7, 3]", "outsider", "8")]
    [InlineData("[true]", "outsider", "false")]
    [InlineData("[false]", "outsider", "true")]
    [InlineData("[true, x]", "outsider", "\"not-a-member\"")]
    [InlineData("[male]", "lower-case", "none")]
    [InlineData("[MALE]", "lower-case", "\"male\"")]
    [InlineData("[male]", "upper-case", "\"MALE\"")]
    [InlineData("[male, MALE]", "upper-case", "none")]
    [InlineData("[mALE]", "capitalised", "\"Male\"")]
    [InlineData("[m]", "capitalised", "none")]
    [InlineData("[ab]", "truncated", "\"a\"")]
    [InlineData("[a]", "truncated", "none")]
    [InlineData("[ab]", "first-letter", "\"a\"")]
    [InlineData("[a-b]", "other-separator", "\"a_b\"")]
    [InlineData("[a_b]", "other-separator", "\"a-b\"")]
    [InlineData("[ab]", "other-separator", "none")]
    [InlineData("[a_b]", "no-separator", "\"ab\"")]
    [InlineData("[a-b]", "no-separator", "\"ab\"")]
    [InlineData("[a]", "extended", "\"aX\"")]
    [InlineData("[a]", "quoted", "\"\\u0022a\\u0022\"")]
    [InlineData("[a]", "prefixed-name", "\"Enum.a\"")]
    [InlineData("['a~ ']", "full-width", "\"\\uff41\\uff5e \"")]
    [InlineData("[AEIOM]", "look-alike-greek", "\"\\u0391\\u0395\\u0399\\u039f\\u039c\"")]
    [InlineData("[male]", "look-alike-greek", "none")]
    [InlineData("[MALE]", "look-alike-digit", "\"M4L3\"")]
    [InlineData("[xyz]", "look-alike-digit", "none")]
    [InlineData("[id-ID]", "dotless-i", "\"\\u0131d-\\u0131D\"")]
    [InlineData("[en]", "dotless-i", "none")]
    [InlineData("[id]", "dotted-capital-i", "\"\\u0130d\"")]
    [InlineData("[sS]", "long-s", "\"\\u017f\\u017f\"")]
    [InlineData("[K]", "kelvin-sign", "\"\\u212a\"")]
    [InlineData("[en]", "accented", "\"\\u00e9\\u00f1\"")]
    [InlineData("[aB]", "bold-letters", "\"\\uD835\\uDC1A\\uD835\\uDC01\"")]
    [InlineData("['a1']", "arabic-digits", "\"a\\u0661\"")]
    [InlineData("[a]", "arabic-digits", "none")]
    [InlineData("[ab]", "zero-width-space", "\"a\\u200Bb\"")]
    [InlineData("[ab]", "soft-hyphen", "\"a\\u00ADb\"")]
    [InlineData("[ab]", "leading-byte-order-mark", "\"\\uFEFFab\"")]
    [InlineData("[ab]", "trailing-no-break-space", "\"ab\\u00A0\"")]
    [InlineData("[ab]", "trailing-nul", "\"ab\\u0000\"")]
    [InlineData("[a-b]", "other-hyphen", "\"a\\u2010b\"")]
    [InlineData("[a]", "ordinal-zero", "\"0\"")]
    [InlineData("['0']", "ordinal-zero", "none")]
    [InlineData("['0', a]", "ordinal-one", "\"1\"")]
    [InlineData("[1]", "ordinal-one", "none")]
    [InlineData("[1]", "very-long", "none")]
    [InlineData("[a]", "beside-lone-surrogate", "\"not-a-member\"")]
    [InlineData("[AEaeOox]", "look-alike-letter", "\"\\u0410\\u0415\\u0430\\u0435\\u041e\\u043ex\"")]
    [InlineData("[en]", "family-member", "\"cy\"")]
    [InlineData("[en-GB]", "family-member", "\"fr-FR\"")]
    [InlineData("[aB]", "family-member", "\"other\"")]
    [InlineData("[enxGB]", "family-member", "\"other\"")]
    [InlineData("[MALE]", "family-member", "\"OTHER\"")]
    [InlineData("[IN_USE]", "family-member", "\"NOT_KNOWN\"")]
    [InlineData("[in_use]", "family-member", "\"not_known\"")]
    [InlineData("[a, b]", "two-joined", "\"a,b\"")]
    [InlineData("[a]", "two-joined", "none")]
    [InlineData("[a]", "empty-text", "\"\"")]
    [InlineData("['', a]", "empty-text", "none")]
    [InlineData("[1]", "empty-text", "none")]
    public void Enums(string members, string kind, string expected) =>
        Assert.Equal(
            expected,
            Broken($"enum: {members}", "enum", kind, "0"),
            ignoreCase: expected.Contains('\\', StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("type: integer", "numeric-text", "5", "\"5\"")]
    [InlineData("type: integer", "numeric-text", "null", "\"1\"")]
    [InlineData("type: integer", "numeric-text-blank", "5", "\" 5 \"")]
    [InlineData("type: integer", "fraction", "5", "1.5")]
    [InlineData("type: number", "fraction", "5", "none")]
    [InlineData("type: number", "number", "5", "none")]
    [InlineData("type: [integer, string]", "text", "5", "none")]
    [InlineData("type: integer", "text-true", "5", "none")]
    [InlineData("type: boolean", "text-true", "true", "\"true\"")]
    [InlineData("type: boolean", "zero", "true", "0")]
    [InlineData("type: string", "zero", "\"a\"", "0")]
    [InlineData("type: integer", "zero", "5", "none")]
    [InlineData("type: string", "zero-fraction", "\"a\"", "0.0")]
    [InlineData("type: number", "zero-fraction", "1", "none")]
    [InlineData("type: array", "false", "[]", "false")]
    [InlineData("type: boolean", "false", "true", "none")]
    [InlineData("type: boolean", "one-fraction", "true", "1.0")]
    [InlineData("type: string", "one-fraction", "\"a\"", "none")]
    [InlineData("type: object", "json-text", "{\"a\":1}", "\"{\\u0022a\\u0022:1}\"")]
    [InlineData("type: object", "json-text", "null", "\"{}\"")]
    [InlineData("type: array", "first-item-alone", "[[1],2]", "none")]
    [InlineData("type: array", "first-item-alone", "[3,2]", "3")]
    [InlineData("type: array", "first-item-alone", "[]", "\"item\"")]
    [InlineData("type: string", "one-element-array", "\"a\"", "[\"a\"]")]
    [InlineData("type: string", "wrapped-in-object", "\"a\"", "{\"value\":\"a\"}")]
    [InlineData("type: string", "null", "\"a\"", "null")]
    [InlineData("type: [string, 'null']", "null", "\"a\"", "none")]
    public void Types(string schema, string kind, string old, string expected) =>
        Assert.Equal(expected, Broken(schema, "type", kind, old));

    [Theory]
    [InlineData("dateOfBirth", "name-in-upper-case", "DATEOFBIRTH")]
    [InlineData("dateOfBirth", "name-in-lower-case", "dateofbirth")]
    [InlineData("dateOfBirth", "name-capitalised", "DateOfBirth")]
    [InlineData("dateOfBirth", "name-in-snake-case", "date_of_birth")]
    [InlineData("dateOfBirth", "name-in-kebab-case", "date-of-birth")]
    [InlineData("dateOfBirth", "name-in-camel-case", null)]
    [InlineData("date_of_birth", "name-in-camel-case", "dateOfBirth")]
    [InlineData("date_of_birth", "name-in-snake-case", null)]
    [InlineData("DATE", "name-in-upper-case", null)]
    [InlineData("date", "name-with-blank", "date ")]
    [InlineData("taken", "name-in-upper-case", null)]
    public void Names_of_required_properties(string name, string kind, string? other)
    {
        var schema = $"type: object, properties: {{ {name}: {{}}, TAKEN: {{}} }}, required: [{name}]";
        var change = Changed(schema, "required", kind, $"{{\"{name}\":1}}");

        Assert.Equal(other is null, change is null);
        if (change is not null)
        {
            Assert.Equal(("/" + name, true), (change.Below, change.Removes));
            Assert.Equal([other!], change.Beside.Select(m => m.Key));
            Assert.Equal("1", Assert.Single(change.Beside).Value!.ToJsonString());
        }
    }

    [Fact]
    public void A_required_property_below_the_prototype() =>
        Assert.Equal(
            "__proto__ {\"a\":1}",
            Assert.Single(
                Changed("type: object, required: [a]", "required", "name-below-prototype", "{\"a\":1}")!.Beside
            )
                is var (name, value)
                ? $"{name} {value!.ToJsonString()}"
                : ""
        );

    [Theory]
    [InlineData("additionalProperties: false")]
    [InlineData("additionalProperties: {type: integer}")]
    [InlineData("propertyNames: {maxLength: 1}")]
    [InlineData("patternProperties: {'^A': {type: integer}}")]
    public void No_other_name_where_not_every_property_may_be_there(string keyword) =>
        Assert.Null(Changed($"type: object, required: [a], {keyword}", "required", "name-in-upper-case", "{\"a\":1}"));

    [Theory]
    [InlineData("enum: [ab]", "enum", "\"ab\"")]
    [InlineData("type: string, format: date", "format", "\"1990-08-24\"")]
    public void A_text_that_16_bits_cannot_count(string schema, string keyword, string old) =>
        Assert.InRange(Changed(schema, keyword, "very-long", old)!.Value!.ToString().Length, 65_536, 90_000);

    [Theory]
    [InlineData("^[a-z]{2}$", "one-character-replaced", "\"ab\"", "\"!b\"")]
    [InlineData("^[a-z]{2}$", "one-character-appended", "\"ab\"", "\"ab!\"")]
    [InlineData("^[a-z]+$", "one-character-dropped", "\"ab\"", "none")]
    [InlineData("^[a-z]+$", "case-changed", "\"ab\"", "\"AB\"")]
    [InlineData("^[A-Z]+$", "case-changed", "\"AB\"", "\"ab\"")]
    [InlineData("^.+$", "empty", "\"ab\"", "\"\"")]
    [InlineData("^.*$", "empty", "\"ab\"", "none")]
    [InlineData("b$", "trailing-newline", "\"ab\"", "\"ab\\n\"")]
    [InlineData("^a", "leading-blank", "\"ab\"", "\" ab\"")]
    public void Patterns(string pattern, string kind, string old, string expected) =>
        Assert.Equal(expected, Broken($"type: string, pattern: '{pattern}'", "pattern", kind, old));

    [Theory]
    [InlineData("oneOf: [{type: integer}, {type: boolean}]", "oneOf", "none-text", "\"fits none of them\"")]
    [InlineData("anyOf: [{type: integer}, {type: boolean}]", "anyOf", "none-text", "\"fits none of them\"")]
    [InlineData("not: {const: 3}", "not", "none-text", "none")]
    [InlineData("not: {const: 3}", "not", "excluded", "3")]
    [InlineData("anyOf: [{type: integer}, {type: boolean}]", "anyOf", "excluded", "none")]
    [InlineData("oneOf: [{type: integer}, {type: boolean}]", "oneOf", "two-at-once", "none")]
    public void Choices(string schema, string keyword, string kind, string expected) =>
        Assert.Equal(expected, Broken(schema, keyword, kind, "1"));

    private static string Broken(string schema, string keyword, string kind, string old) =>
        Changed(schema, keyword, kind, old) is { } change
            ? $"{change.Below} {change.Value?.ToJsonString() ?? "null"}".TrimStart()
            : "none";

    private static Break? Changed(string schema, string keyword, string kind, string old)
    {
        var site = SchemaWalker.Walk(Described.Node($"{{{schema}}}")).First();
        var constraint = ConstraintExtraction.Of(site).First(c => c.Keyword == keyword);
        var draw = new Draw(default, new Seed(1));
        return BreakCatalogue
            .For(site, constraint)
            .Single(k => k.Name == kind)
            .Apply(new BreakContext(site, constraint, JsonNode.Parse(old), draw));
    }
}
