using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation;

public sealed class BodyFormsTests
{
    private const string Person =
        "{type: object, required: [name, tags, home], properties: {name: {enum: [Ann Lee]}, "
        + "tags: {type: array, minItems: 2, maxItems: 2, items: {enum: [a&b]}}, home: {type: object, required: [n], "
        + "properties: {n: {enum: [7]}}}}}";

    [Theory]
    [InlineData(
        "application/x-www-form-urlencoded",
        Person,
        "",
        "name=Ann%20Lee&tags=a%26b&tags=a%26b&home=%7B%22n%22%3A7%7D"
    )]
    [InlineData(
        "application/x-www-form-urlencoded",
        Person,
        "encoding: {tags: {style: pipeDelimited}, home: {style: deepObject, explode: true}}, ",
        "name=Ann%20Lee&tags=a%26b%7Ca%26b&home%5Bn%5D=7"
    )]
    [InlineData("text/plain", "{enum: [plain words]}", "", "plain words")]
    [InlineData("text/*", "{enum: [12]}", "", "12")]
    [InlineData("application/octet-stream", "{type: string, enum: [bytes]}", "", "bytes")]
    [InlineData("text/json", "{enum: [12]}", "", "12")]
    [InlineData("*/*", "{enum: [12]}", "", "12")]
    [InlineData("application/*+json", "{enum: [12]}", "", "12")]
    public void A_body_is_written_as_its_media_type_has_it(string type, string schema, string more, string body)
    {
        var request = Valid(type, schema, more);
        Assert.Equal(body, Encoding.UTF8.GetString(request.Body!.Value.Span));
        Assert.DoesNotContain('*', request.ContentType!);
    }

    [Fact]
    public void A_part_is_sent_for_each_property_item_and_file()
    {
        var request = Valid(
            "multipart/form-data",
            "{type: object, required: [note, file, home], properties: {note: {enum: [hello]}, file: {type: string, "
                + "format: binary}, home: {type: object, required: [n], properties: {n: {enum: [7]}}}}}",
            "encoding: {note: {contentType: text/markdown}}, "
        );
        var text = Encoding.UTF8.GetString(request.Body!.Value.Span);

        Assert.StartsWith("multipart/form-data; boundary=", request.ContentType!, StringComparison.Ordinal);
        Assert.Contains(
            "name=\"note\"\r\nContent-Type: text/markdown\r\n\r\nhello\r\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "name=\"file\"; filename=\"conformance.bin\"\r\nContent-Type: application/octet-stream",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "name=\"home\"\r\nContent-Type: application/json\r\n\r\n{\"n\":7}\r\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_media_type_is_tried_and_the_first_of_json_thoroughly()
    {
        var cases = Cases(
            """
            application/xml: {schema: {type: string}}
                      text/plain: {schema: {type: string, minLength: 1}}
                      application/json: {schema: {type: object, required: [a], properties: {a: {type: integer}}}}
                      application/x-www-form-urlencoded: {schema: {type: object, required: [a],
                        properties: {a: {type: integer}}}}
            """
        );
        Assert.Equal(
            ["application/x-www-form-urlencoded", "text/plain"],
            cases.Where(c => c.Keyword == "mediaType").Select(c => c.Request.ContentType).Order()
        );
        Assert.Contains(cases, c =>
            c.Id.EndsWith(":a:type:text", StringComparison.Ordinal) && c.Request.ContentType == "application/json"
        );
        Assert.DoesNotContain(cases, c =>
            c.Keyword == "contentType" && c.Request.ContentType is "text/plain" or "application/xml"
        );
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public void Every_case_of_a_form_is_what_it_says(string type)
    {
        var description = Describe(
            $"{type}: {{schema: {{type: object, required: [a, b], properties: {{a: {{type: integer, minimum: 1}}, "
                + "b: {enum: [x, y]}, c: {type: string, format: binary}, d: {type: array, items: {type: boolean}}}}}"
        );
        var (generators, guard) = Fixtures.Load(description);
        var cases = generators.Single().Plan(40).Select(p => p.Make()).ToList();
        Assert.All(cases, c => Assert.Null(guard.Contradiction(c)));
        Assert.Contains(cases, c => c is { Keyword: "minimum", IsValid: false });
        Assert.Contains(cases, c => c is { Keyword: "enum", IsValid: false });
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("multipart/form-data", false)]
    [InlineData("application/json", true)]
    public void Names_in_another_case_are_wrong_where_names_are_texts_to_the_letter(string type, bool isBroken)
    {
        const string Schema = "{type: object, required: [note], properties: {note: {type: string}}}";

        var kinds = Cases($"'{type}': {{schema: {Schema}}}")
            .Where(c => c.Keyword == "required")
            .Select(c => c.Kind)
            .ToList();

        Assert.Contains("absent", kinds);
        Assert.Equal(isBroken, kinds.Contains("name-capitalised"));
        Assert.Equal(isBroken, kinds.Contains("name-below-prototype"));
    }

    [Theory]
    [InlineData("form", "a,b", false)]
    [InlineData("pipeDelimited", "a|b", false)]
    [InlineData("pipeDelimited", "a,b", true)]
    public void No_case_rests_on_whether_a_provider_splits_before_it_decodes(string style, string item, bool isSent)
    {
        const string Schema =
            "{type: object, required: [tags], properties: {tags: {type: array, items: {enum: [a, b]}}}}";
        var content =
            "application/x-www-form-urlencoded: {encoding: {tags: {style: " + style + ", explode: false}}, schema: ";

        var cases = Cases(content + Schema.Replace("[a, b]", $"[\"{item}\", c]", StringComparison.Ordinal) + "}");

        var escaped = Uri.EscapeDataString(item);
        Assert.Equal(isSent, cases.Exists(c => Text(c).Contains(escaped, StringComparison.Ordinal)));
        Assert.DoesNotContain(Cases(content + Schema + "}"), c => c.Kind == "two-joined" && style == "form");

        static string Text(TestCase testCase) => Encoding.UTF8.GetString((testCase.Request.Body ?? default).Span);
    }

    [Theory]
    [InlineData("contentMediaType: image/png, ", false)]
    [InlineData("format: binary, ", false)]
    [InlineData("", true)]
    public void The_length_of_a_file_is_one_of_bytes(string keyword, bool isInCharacters)
    {
        var kinds = Cases(
                "multipart/form-data: {schema: {type: object, required: [f], properties: "
                    + $"{{f: {{type: string, {keyword}maxLength: 1000}}}}}}}}"
            )
            .Where(c => c.Keyword == "text")
            .Select(c => c.Kind)
            .ToList();

        Assert.Equal(isInCharacters, kinds.Contains("length-255-of-4-byte-letters"));
    }

    private static CaseRequest Valid(string type, string schema, string more) =>
        Cases($"'{type}': {{{more}schema: {schema}}}").First(c => c.IsValid && c.Request.Body is not null).Request;

    private static List<TestCase> Cases(string content)
    {
        var (generators, guard) = Fixtures.Load(Describe(content));
        var cases = generators.Single().Enumerated.Select(p => p.Make()).ToList();
        Assert.All(cases, c => Assert.Null(guard.Contradiction(c)));
        return cases;
    }

    private static ApiDescription Describe(string content) =>
        Described.Read(
            $$$"""
            openapi: 3.1.0
            info: {title: Bodies, version: '1'}
            paths:
              /b:
                post:
                  requestBody:
                    required: true
                    content:
                      {{{content.Replace("\n                      ", "\n          ", StringComparison.Ordinal)}}}
                  responses: {'200': {description: ok}, '400': {description: no}}
            """
        );
}
