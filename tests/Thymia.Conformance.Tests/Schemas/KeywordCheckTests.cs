using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Schemas;

public sealed class KeywordCheckTests
{
    [Theory]
    [InlineData("if", "{}")]
    [InlineData("then", "{}")]
    [InlineData("else", "{}")]
    [InlineData("contains", "{}")]
    [InlineData("minContains", "1")]
    [InlineData("maxContains", "1")]
    [InlineData("prefixItems", "[{}]")]
    [InlineData("propertyNames", "{}")]
    [InlineData("patternProperties", "{}")]
    [InlineData("dependentRequired", "{}")]
    [InlineData("dependentSchemas", "{}")]
    [InlineData("dependencies", "{}")]
    [InlineData("unevaluatedProperties", "false")]
    [InlineData("unevaluatedItems", "{}")]
    [InlineData("additionalItems", "false")]
    [InlineData("$dynamicRef", "\"#a\"")]
    [InlineData("$dynamicAnchor", "\"a\"")]
    [InlineData("$recursiveRef", "\"#\"")]
    [InlineData("$id", "\"https://example.org/a\"")]
    [InlineData("$vocabulary", "{}")]
    [InlineData("nullable", "true")]
    [InlineData("frobnicate", "1")]
    public void Refuses_a_keyword_that_cannot_be_judged(string keyword, string value)
    {
        var error = Refusal($$"""{"type":"object",{{"\n"}}"{{keyword}}":{{value}}}""");

        Assert.Equal("keyword-not-judged", error.Code);
        Assert.Equal("api.yaml:3", error.Location);
        Assert.Equal($"the schema Subject uses the keyword '{keyword}', which cannot be judged", error.Problem);
        Assert.Contains($"--ignore-keyword {keyword}", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minLenght", "perhaps 'minLength' is meant")]
    [InlineData("requred", "perhaps 'required' is meant")]
    [InlineData("additionalproperties", "perhaps 'additionalProperties' is meant")]
    [InlineData("nullable", "list 'null' in the type")]
    [InlineData("unevaluatedItems", "take it out of the description")]
    public void Guesses_what_was_meant(string keyword, string hint) =>
        Assert.Contains(hint, Refusal($$"""{"{{keyword}}":1}""").Hint, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"properties":{"a":{"items":%}}}""", "Subject.a.items")]
    [InlineData("""{"allOf":[{"anyOf":[{"type":"null"},%]}]}""", "Subject.allOf.0.anyOf.1")]
    [InlineData("""{"oneOf":[{},{},%]}""", "Subject.oneOf.2")]
    [InlineData("""{"not":{"not":%}}""", "Subject.not.not")]
    [InlineData("""{"additionalProperties":{"additionalProperties":%}}""",
        "Subject.additionalProperties.additionalProperties")]
    [InlineData("""{"$ref":"#/components/schemas/Subject/$defs/x","$defs":{"x":{"items":%}}}""",
        "Subject.$defs.x.items")]
    public void Refuses_it_wherever_it_stands(string schema, string name) => Assert.StartsWith(
        $"the schema {name} uses the keyword 'if'",
        Refusal(schema.Replace("%", """{"if":{}}""", StringComparison.Ordinal)).Problem,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"properties":{"if":{},"contains":{},"$id":{}}}""")]
    [InlineData("""{"const":{"if":1},"enum":[{"if":1}],"default":{"if":1},"examples":[{"if":1}],"example":{"if":1}}""")]
    [InlineData("""{"x-if":1,"$comment":"c","title":"t","deprecated":true,"readOnly":true,"contentEncoding":"base64","$defs":{"a":{"if":{}}}}""")]
    [InlineData("""{"discriminator":{"propertyName":"t"},"xml":{"name":"n"},"externalDocs":{"url":"https://example.org"}}""")]
    public void Takes_what_is_no_keyword_or_demands_nothing(string schema) =>
        Assert.Empty(Described.Schema(schema).Check("""{"if":1}"""));

    [Fact]
    public void Passes_over_a_keyword_that_it_is_told_to()
    {
        var description = Described.By("""{"contains":{},"if":true,"type":"array"}""") with
        {
            IgnoredKeywords = new HashSet<string> { "contains", "if" },
        };

        Assert.Empty(new SchemaLibrary(description).At(Described.Subject).Check("[]"));
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
    [InlineData("\"format\":1", "'format' is 1", "text")]
    [InlineData("\"pattern\":1", "'pattern' is 1", "text")]
    [InlineData("\"pattern\":\"[a\"", "'pattern' \"[a\" is no regular expression of ECMA-262", "correct the pattern")]
    [InlineData("\"pattern\":\"(?i)a\"", "is no regular expression of ECMA-262", "correct the pattern")]
    [InlineData("\"pattern\":\"^\\\\p{Script=Greek}$\"", "uses \\p{Script=Greek}, which cannot be judged",
        "general category")]
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
    public void Refuses_a_schema_that_is_none() => Assert.Contains(
        "the schema Subject.a is malformed: it is no object",
            Refusal("""{"properties":{"a":5}}""").Problem,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Subject"}]}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"not":{"$ref":"#/components/schemas/Subject"}}]}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/components/schemas/Subject/$defs/b"}},"$defs":{"b":{"oneOf":[{"$ref":"#/components/schemas/Subject/properties/a"}]}}}""")]
    public void Refuses_a_schema_that_includes_itself(string schema) =>
        Assert.Equal("schema-endless", Refusal(schema).Code);

    [Fact]
    public void Finds_what_cannot_be_judged_in_any_part_of_an_operation_beforehand()
    {
        var description = Described.Read("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: ok, content: {text/plain: {schema: {if: {}}}}}
                    4XX:
                      description: wrong
                      content:
                        application/problem+json:
                          schema: {items: {contains: {}}}
            """);

        var error = Assert.Throws<UnusableInputException>(
            () => new SchemaLibrary(description).Prepare(description.Operations[0]));

        Assert.Equal("api.yaml:12", error.Location);
    }

    private static UnusableInputException Refusal(string schema) =>
        Assert.Throws<UnusableInputException>(() => Described.Schema(schema));
}
