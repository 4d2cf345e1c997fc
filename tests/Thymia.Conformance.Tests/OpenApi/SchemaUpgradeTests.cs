using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class SchemaUpgradeTests
{
    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", """{"type":["string","null"]}""")]
    [InlineData("""{"type":"string","nullable":false}""", """{"type":"string"}""")]
    [InlineData("""{"nullable":true}""", "{}")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", """{"exclusiveMinimum":1}""")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":false}""", """{"minimum":1}""")]
    [InlineData("""{"maximum":1.50,"exclusiveMaximum":true}""", """{"exclusiveMaximum":1.50}""")]
    [InlineData("""{"exclusiveMaximum":true}""", "{}")]
    [InlineData("""{"exclusiveMaximum":5}""", """{"exclusiveMaximum":5}""")]
    [InlineData(
        """{"$ref":"#/components/schemas/Subject/properties/a","nullable":true,"minLength":1}""",
        """{"$ref":"#/components/schemas/Subject/properties/a"}"""
    )]
    [InlineData(
        """{"enum":["a"],"default":{"nullable":true},"example":{"nullable":true}}""",
        """{"enum":["a"],"default":{"nullable":true},"example":{"nullable":true}}"""
    )]
    [InlineData("""{"items":{"type":"integer","nullable":true}}""", """{"items":{"type":["integer","null"]}}""")]
    [InlineData(
        """{"properties":{"nullable":{"type":"boolean","nullable":true}}}""",
        """{"properties":{"nullable":{"type":["boolean","null"]}}}"""
    )]
    [InlineData(
        """{"allOf":[{"not":{"additionalProperties":{"type":"string","nullable":true}}}]}""",
        """{"allOf":[{"not":{"additionalProperties":{"type":["string","null"]}}}]}"""
    )]
    public void Says_in_the_words_of_3_1_what_3_0_said(string old, string upgraded)
    {
        var description = Described.By("{\"properties\":{\"a\":{},\"subject\":" + old + "}}", "3.0.3");

        Assert.Equal(
            upgraded,
            description
                .Document.GetProperty("components")
                .GetProperty("schemas")
                .GetProperty("Subject")
                .GetProperty("properties")
                .GetProperty("subject")
                .GetRawText()
        );
    }

    [Fact]
    public void Reaches_schemas_wherever_they_stand()
    {
        const string Old = "{type: string, nullable: true}";
        var description = Described.Read(
            $$$$"""
            openapi: 3.0.0
            info: {title: T, version: '1'}
            paths:
              /schema:
                parameters: [{name: schema, in: query, schema: {{{{Old}}}}}]
                post:
                  requestBody: {content: {text/schema: {schema: {{{{Old}}}}}}}
                  responses:
                    '200': {description: ok, headers: {schema: {schema: {{{{Old}}}}}},
                      content: {a/b: {schema: {{{{Old}}}}}}}
            components:
              parameters: {schema: {name: x, in: query, schema: {{{{Old}}}}}}
              schemas: {schema: {{{{Old}}}}}
            """
        );

        var text = description.Document.GetRawText();
        Assert.DoesNotContain("nullable", text, StringComparison.Ordinal);
        Assert.Equal(6, text.Split("""["string","null"]""").Length - 1);
    }

    [Fact]
    public void Leaves_a_document_of_3_1_as_it_is()
    {
        const string Schema = """{"type":"string","nullable":true,"minimum":1,"exclusiveMinimum":true}""";

        Assert.Contains(Schema, Described.By(Schema).Document.GetRawText(), StringComparison.Ordinal);
    }
}
