using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class KeywordCheckTests
{
    private const string Unjudgeable = """{"$vocabulary":{}}""";

    [Theory]
    [InlineData("$vocabulary", "{}", "uses the keyword '$vocabulary', which cannot be judged")]
    [InlineData("$schema", "\"http://json-schema.org/draft-07/schema#\"", "uses the keyword '$schema' with")]
    [InlineData("$ref", "\"other.yaml#/Schema\"", "the reference 'other.yaml#/Schema', which leads out of the file")]
    [InlineData("$ref", "\"https://example.org/api.json\"", "which leads out of the file and cannot be judged")]
    [InlineData("$ref", "\"#anchor\"", "the reference '#anchor', which leads nowhere")]
    [InlineData("$dynamicRef", "\"#a\"", "the reference '#a', which leads nowhere")]
    public void Refuses_a_keyword_that_cannot_be_judged(string keyword, string value, string problem)
    {
        var error = Refusal($$"""{"type":"object",{{"\n"}}"{{keyword}}":{{value}}}""");

        Assert.Equal("keyword-not-judged", error.Code);
        Assert.Equal("api.yaml:3", error.Location);
        Assert.StartsWith("the schema Subject uses the ", error.Problem, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains($"--ignore-keyword {keyword}", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patternProperties", "{}")]
    [InlineData("if", "{}")]
    [InlineData("contains", "{}")]
    [InlineData("dependencies", "{}")]
    [InlineData("id", "\"a\"")]
    public void Refuses_a_keyword_that_the_version_does_not_have(string keyword, string value)
    {
        var error = Assert.Throws<UnusableInputException>(() =>
            Described.Schema($$"""{"{{keyword}}":{{value}}}""", "3.0.3")
        );

        Assert.Equal("keyword-not-judged", error.Code);
        Assert.Contains($"'{keyword}', which cannot be judged: OpenAPI 3.0", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"frobnicate":1,"dependencies":{"a":["b"]},"additionalItems":false,"nullable":true,"id":5}""")]
    [InlineData("""{"minLenght":5,"properties":{"a":{"optional":true}}}""")]
    public void Takes_an_unknown_keyword_for_an_annotation(string schema) =>
        Assert.Empty(Described.Schema(schema).Check("""{"a":1}"""));

    [Theory]
    [InlineData("""{"properties":{"a":{"items":%}}}""", "Subject.a.items")]
    [InlineData("""{"allOf":[{"anyOf":[{"type":"null"},%]}]}""", "Subject.allOf.0.anyOf.1")]
    [InlineData("""{"oneOf":[{},{},%]}""", "Subject.oneOf.2")]
    [InlineData("""{"not":{"not":%}}""", "Subject.not.not")]
    [InlineData(
        """{"additionalProperties":{"additionalProperties":%}}""",
        "Subject.additionalProperties.additionalProperties"
    )]
    [InlineData(
        """{"$ref":"#/components/schemas/Subject/$defs/x","$defs":{"x":{"items":%}}}""",
        "Subject.$defs.x.items"
    )]
    public void Refuses_it_wherever_it_stands(string schema, string name) =>
        Assert.StartsWith(
            $"the schema {name} uses the keyword '$vocabulary'",
            Refusal(schema.Replace("%", Unjudgeable, StringComparison.Ordinal)).Problem,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"properties":{"$vocabulary":{},"$schema":{},"$id":{}}}""")]
    [InlineData("""{"const":{"if":1},"enum":[{"if":1}],"default":{"if":1},"examples":[{"if":1}],"example":{"if":1}}""")]
    [InlineData(
        """{"definitions":{"a":{"$vocabulary":{}}},"$schema":"https://json-schema.org/draft/2020-12/schema"}"""
    )]
    [InlineData(
        """
            {"x-if":1,"$comment":"c","title":"t","deprecated":true,"readOnly":true,"contentEncoding":"base64",
              "$defs":{"a":{"if":{}}}}
            """
    )]
    [InlineData(
        """{"discriminator":{"propertyName":"t"},"xml":{"name":"n"},"externalDocs":{"url":"https://example.org"}}"""
    )]
    public void Takes_what_is_no_keyword_or_demands_nothing(string schema) =>
        Assert.Empty(Described.Schema(schema).Check("""{"if":1}"""));

    [Fact]
    public void Judges_a_keyword_although_it_is_to_be_passed_over_where_it_can()
    {
        var schema = PassingOver("contains", """{"contains":{},"type":"array"}""");

        Assert.Equal("contains", Assert.Single(schema.Check("[]")).Keyword);
        Assert.Empty(schema.PassedOver);
    }

    [Theory]
    [InlineData("""{"type":"array","$vocabulary":{}}""", "1", null)]
    [InlineData("""{"properties":{"a":%},"required":["b"]}""", """{"a":1,"b":1}""", null)]
    [InlineData("""{"properties":{"a":%},"required":["b"]}""", """{"a":1}""", false)]
    [InlineData("""{"properties":{"a":%},"required":["b"]}""", """{"b":1}""", true)]
    [InlineData("""{"not":%}""", "1", null)]
    [InlineData("""{"oneOf":[%,{"type":"string"}]}""", "\"a\"", null)]
    [InlineData("""{"oneOf":[%,{"type":"string"}]}""", "1", null)]
    [InlineData("""{"anyOf":[%,{"type":"string"}]}""", "\"a\"", true)]
    [InlineData("""{"anyOf":[%,{"type":"string"}]}""", "1", null)]
    [InlineData("""{"if":%,"then":{"type":"string"},"else":{"type":"string"}}""", "1", null)]
    [InlineData("""{"contains":%}""", "[1]", null)]
    [InlineData("""{"contains":%}""", "[]", false)]
    [InlineData("""{"propertyNames":%}""", """{"a":1}""", null)]
    [InlineData("""{"allOf":[%],"unevaluatedProperties":false}""", """{"a":1}""", null)]
    [InlineData("""{"patternProperties":{"^x":%},"additionalProperties":false}""", """{"x":1}""", null)]
    [InlineData("""{"patternProperties":{"^x":%},"additionalProperties":false}""", """{"y":1}""", false)]
    public void Gives_no_verdict_where_a_schema_that_is_passed_over_decides(string schema, string json, bool? fits)
    {
        var subject = PassingOver("$vocabulary", schema.Replace("%", Unjudgeable, StringComparison.Ordinal));

        Assert.Equal(fits, subject.Fits(System.Text.Json.JsonElement.Parse(json)));
        Assert.Equal(["$vocabulary"], subject.PassedOver);
    }

    [Theory]
    [InlineData("\"type\":\"strnig\"", "'type' is \"strnig\"", "a type of JSON Schema")]
    [InlineData("\"type\":[]", "'type' is []", "a type of JSON Schema")]
    [InlineData("\"type\":[\"string\",5]", "'type' is", "a type of JSON Schema")]
    [InlineData("\"enum\":5", "'enum' is 5", "a list of values")]
    [InlineData("\"required\":true", "'required' is true", "a list of property names")]
    [InlineData("\"required\":[1]", "'required' is [1]", "a list of property names")]
    [InlineData("\"properties\":[]", "'properties' is []", "a mapping of names to schemas")]
    [InlineData("\"items\":[{}]", "'items' is [{}]", "a schema")]
    [InlineData("\"not\":null", "'not' is null", "a schema")]
    [InlineData("\"additionalProperties\":\"no\"", "'additionalProperties' is \"no\"", "a schema")]
    [InlineData("\"allOf\":[]", "'allOf' is []", "a list of schemas")]
    [InlineData("\"anyOf\":{}", "'anyOf' is {}", "a list of schemas")]
    [InlineData("\"oneOf\":[1]", "'oneOf' is [1]", "a list of schemas")]
    [InlineData("\"minLength\":-1", "'minLength' is -1", "a whole number")]
    [InlineData("\"maxLength\":\"5\"", "'maxLength' is \"5\"", "a whole number")]
    [InlineData("\"maxItems\":1.5", "'maxItems' is 1.5", "a whole number")]
    [InlineData("\"minimum\":\"1\"", "'minimum' is \"1\"", "a number")]
    [InlineData("\"exclusiveMinimum\":true", "'exclusiveMinimum' is true", "a number")]
    [InlineData("\"multipleOf\":0", "'multipleOf' is 0", "greater than 0")]
    [InlineData("\"multipleOf\":-1", "'multipleOf' is -1", "greater than 0")]
    [InlineData("\"uniqueItems\":1", "'uniqueItems' is 1", "true or false")]
    [InlineData("\"prefixItems\":[]", "'prefixItems' is []", "a list of schemas")]
    [InlineData("\"contains\":1", "'contains' is 1", "a schema")]
    [InlineData("\"patternProperties\":[]", "'patternProperties' is []", "a mapping of patterns to schemas")]
    [InlineData(
        "\"patternProperties\":{\"[a\":{}}",
        "its pattern '[a' is no regular expression",
        "correct the pattern"
    )]
    [InlineData(
        "\"dependentRequired\":{\"a\":\"b\"}",
        "'dependentRequired' is",
        "a mapping of names to lists of names"
    )]
    [InlineData("\"minContains\":-1", "'minContains' is -1", "a whole number")]
    [InlineData("\"$anchor\":1", "'$anchor' is 1", "text")]
    [InlineData("\"format\":1", "'format' is 1", "text")]
    [InlineData("\"pattern\":1", "'pattern' is 1", "text")]
    [InlineData("\"pattern\":\"[a\"", "'pattern' \"[a\" is no regular expression of ECMA-262", "correct the pattern")]
    [InlineData("\"pattern\":\"(?i)a\"", "is no regular expression of ECMA-262", "correct the pattern")]
    [InlineData(
        "\"pattern\":\"^\\\\p{Script=Nowhere}$\"",
        "uses \\p{Script=Nowhere}, which cannot be judged",
        "general category"
    )]
    [InlineData("\"pattern\":\"^\\\\p{Lz}$\"", "uses \\p{Lz}, which cannot be judged", "general category")]
    public void Refuses_a_value_that_means_nothing(string member, string problem, string hint)
    {
        var error = Refusal($"{{\"title\":\"t\",\n{member}}}");

        Assert.Equal("schema-malformed", error.Code);
        Assert.Equal("api.yaml:3", error.Location);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_schema_that_is_none() =>
        Assert.Contains(
            "the schema Subject.a is malformed: it is no object",
            Refusal("""{"properties":{"a":5}}""").Problem,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Subject"}]}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"not":{"$ref":"#/components/schemas/Subject"}}]}""")]
    [InlineData(
        """
            {"properties":{"a":{"$ref":"#/components/schemas/Subject/$defs/b"}},
              "$defs":{"b":{"oneOf":[{"$ref":"#/components/schemas/Subject/properties/a"}]}}}
            """
    )]
    public void Refuses_a_schema_that_includes_itself(string schema) =>
        Assert.Equal("schema-endless", Refusal(schema).Code);

    [Fact]
    public void Finds_what_cannot_be_judged_in_any_part_of_an_operation_beforehand()
    {
        var description = Described.Read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: ok, content: {image/png: {schema: {$vocabulary: {}}}}}
                    4XX:
                      description: wrong
                      content:
                        application/problem+json:
                          schema: {items: {$vocabulary: {}}}
            """
        );

        var error = Assert.Throws<UnusableInputException>(() =>
            new SchemaLibrary(description).Prepare(description.Operations[0])
        );

        Assert.Equal("api.yaml:12", error.Location);
    }

    private static PayloadSchema PassingOver(string keyword, string schema) =>
        new SchemaLibrary(Described.By(schema) with { IgnoredKeywords = new HashSet<string> { keyword } }).At(
            Described.Subject
        );

    private static UnusableInputException Refusal(string schema) =>
        Assert.Throws<UnusableInputException>(() => Described.Schema(schema));
}
