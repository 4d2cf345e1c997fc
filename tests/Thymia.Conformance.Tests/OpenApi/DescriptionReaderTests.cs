using System.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class DescriptionReaderTests
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

    [Theory]
    [InlineData("", "api.yaml:1:1", "description-not-yaml", "the file is empty")]
    [InlineData("a: [1\nb: 2", "api.yaml:1:4", "description-not-yaml", "neither YAML nor JSON")]
    [InlineData("a: 1\nb: 'x\n", "api.yaml:2:4", "description-not-yaml", "neither YAML nor JSON")]
    [InlineData("a: 1\na: 2", "api.yaml:2:1", "description-not-yaml", "the key 'a' stands here again, after line 1")]
    [InlineData(
        "{\"a\": 1, \"a\": 2}",
        "api.yaml:1:10",
        "description-not-yaml",
        "the key 'a' stands here again, after line 1"
    )]
    [InlineData(
        "{\"a\": 1,\n  \"b\": {\"c\": \"\u00e9\", \"c\": 2}}",
        "api.yaml:2:20",
        "description-not-yaml",
        "the key 'c' stands here again"
    )]
    [InlineData("{\"a\": \"\\ud800\"}", "api.yaml:1:7", "description-not-yaml", "half of a surrogate pair")]
    [InlineData("a: \"\\ud800\"", "api.yaml:1:", "description-not-yaml", "neither YAML nor JSON")]
    [InlineData("{\"a\": 1,\n \"b\": ]}", "api.yaml:2:", "description-not-yaml", "neither YAML nor JSON")]
    [InlineData("- 1", "api.yaml:1", "description-not-openapi", "the document is no mapping")]
    [InlineData("null", "api.yaml:1", "description-not-openapi", "the document is no mapping")]
    [InlineData("just text", "api.yaml:1", "description-not-openapi", "the document is no mapping")]
    [InlineData("title: x", "api.yaml:1", "description-not-openapi", "does not say which OpenAPI version it is")]
    [InlineData("info: {}\nswagger: '2.0'", "api.yaml:2", "description-not-openapi", "of Swagger version '2.0'")]
    [InlineData("info: {}\nopenapi: 4.0.0", "api.yaml:2", "description-not-openapi", "of OpenAPI version '4.0.0'")]
    [InlineData("openapi: 3.1", "api.yaml:1", "description-not-openapi", "of OpenAPI version '3.1'")]
    [InlineData("openapi: 31", "api.yaml:1", "description-not-openapi", "of OpenAPI version '31'")]
    [InlineData("openapi: [3]", "api.yaml:1", "description-not-openapi", "of OpenAPI version")]
    [InlineData(
        Head + "paths:\n  /a:\n    get:\n      respones: {}",
        "api.yaml:6",
        "description-not-openapi",
        "respones"
    )]
    [InlineData(Head + "paths:\n  a: {}", "api.yaml:4", "description-not-openapi", "not a valid OpenAPI document")]
    [InlineData("openapi: 3.1.0\npaths: {}", "api.yaml:1", "description-not-openapi", "info")]
    public void Tells_what_is_wrong_in_one_sentence_with_its_place(
        string text,
        string place,
        string code,
        string problem
    )
    {
        var error = Assert.Throws<UnusableInputException>(() => Parse(text));

        Assert.Equal(code, error.Code);
        Assert.StartsWith(place, error.Location, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(error.Hint);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("#/components/schemas/Missing", "leads nowhere", "components")]
    [InlineData("#/components/schemas/toString", "leads nowhere", "components")]
    [InlineData("#/paths/~1a/get/parameters/7", "leads nowhere", "components")]
    [InlineData("#/components/schemas/a~2b", "is no JSON Pointer", "~0")]
    [InlineData("#/components/schemas/a~", "is no JSON Pointer", "~0")]
    [InlineData("#/components/schemas/Round", "leads in a circle", "references")]
    public void Tells_the_line_of_a_reference_that_leads_nowhere(string reference, string problem, string hint)
    {
        var error = Assert.Throws<UnusableInputException>(() =>
            Parse(
                Head
                    + "paths: {}\ncomponents:\n  schemas:\n"
                    + $"    A:\n      properties:\n        b:\n          $ref: '{reference}'\n"
                    + "    Round: {$ref: '#/components/schemas/Back'}\n    Back: {$ref: "
                    + "'#/components/schemas/Round', minLength: 1}"
            )
        );

        Assert.Equal("reference-not-resolved", error.Code);
        Assert.Equal("api.yaml:9", error.Location);
        Assert.Contains($"'{reference}' {problem}", error.Problem, StringComparison.Ordinal);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_reference_in_data_for_data()
    {
        const string Data = "{$ref: 'not a reference'}";
        var description = Parse(
            $$$$"""
            {{{{Head}}}}paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {const: {{{{Data}}}}, default: {{{{Data}}}}, enum: [{{{{Data}}}}],
                          examples: [{{{{Data}}}}], x-a: {{{{Data}}}}}
                        example: {{{{Data}}}}
                        examples: {named: {value: {{{{Data}}}}}}
                  responses: {'200': {description: ok}}
            """
        );

        Assert.Single(description.Operations);
    }

    [Fact]
    public void Follows_references_below_names_that_are_keywords_elsewhere()
    {
        var error = Assert.Throws<UnusableInputException>(() =>
            Parse(Head + "paths: {}\ncomponents:\n  responses:\n    default:\n      $ref: '#/components/responses/No'")
        );

        Assert.Equal("api.yaml:7", error.Location);
    }

    [Fact]
    public void Reads_past_what_the_library_for_openapi_cannot_hold()
    {
        var schema =
            """{"properties":{"a":true,"b":false},"const":{"c":[1.0,1e400,null]},"minLength":1.0,"$dynamicRef":"#x"}""";
        var description = Schemas.Described.By(schema);

        Assert.Equal(
            schema,
            description.Document.GetProperty("components").GetProperty("schemas").GetProperty("Subject").GetRawText()
        );
    }

    [Fact]
    public void Refuses_text_that_is_not_utf8()
    {
        var error = Assert.Throws<UnusableInputException>(() =>
            DescriptionReader.Parse([0xFF, 0xFE, 0x6F, 0x00], "api.yaml")
        );

        Assert.Equal(("description-not-yaml", "api.yaml"), (error.Code, error.Location));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_json_with_tabs_and_a_byte_order_mark()
    {
        var description = Parse(
            "\uFEFF{\n\t\"openapi\":\t\"3.0.3\",\n\t\"info\": {\"title\": \"Tabs\", \"version\": "
                + "\"7\"},\n\t\"paths\": {}\n}"
        );

        Assert.Equal(("Tabs", "7", 3), (description.Title, description.Version, description.LineOf("/info/title")));
    }

    [Fact]
    public void Reads_braces_that_are_yaml_rather_than_json() =>
        Assert.Equal("T", Parse("{openapi: 3.1.0, info: {title: T, version: '1'}, paths: {}}").Title);

    [Fact]
    public void Says_that_a_file_does_not_exist()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "no-such-folder", "api.yaml");

        var error = Assert.Throws<UnusableInputException>(() => DescriptionReader.Read(file));

        Assert.Equal(
            $"{file}: there is no such file; name the OpenAPI document with --description FILE.",
            error.Message
        );
    }

    [Theory]
    [InlineData(".", "it is a folder, not a file")]
    [InlineData("", "the file has no name")]
    [InlineData("a\0b", "the file cannot be read")]
    public void Says_that_what_is_named_is_no_file(string file, string problem) =>
        Assert.Equal(problem, Assert.Throws<UnusableInputException>(() => DescriptionReader.Read(file)).Problem);

    [Fact]
    public void Microsofts_reader_finds_no_error_in_the_shipped_contract()
    {
        var text = YamlText.Read(File.ReadAllText(DescriptionReader.ShippedContract));

        var result = new OpenApiJsonReader().Read(text.Json!, new Uri("file:///contract"), new OpenApiReaderSettings());

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic!.SpecificationVersion);
        Assert.Empty(result.Diagnostic.Errors);
    }

    private static ApiDescription Parse(string text) =>
        DescriptionReader.Parse(Encoding.UTF8.GetBytes(text), "api.yaml");
}
