using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Generation.Parameters;

/// <summary>Every cell of the table "Style Examples" of the OpenAPI specification that defines something.</summary>
public sealed class StyleTableTests
{
    private const string Text = "{type: string}";
    private const string List = "{type: array, items: {type: string}}";
    private const string Map =
        "{type: object, properties: {r: {type: integer}, g: {type: integer}, b: {type: integer}}}";

    [Theory]
    [InlineData("path", "matrix", false, Text, "\"teal\"", "/p/;hue=teal")]
    [InlineData("path", "matrix", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p/;hue=teal,plum,rust")]
    [InlineData("path", "matrix", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p/;hue=r,1,g,20,b,3")]
    [InlineData("path", "matrix", true, Text, "\"teal\"", "/p/;hue=teal")]
    [InlineData("path", "matrix", true, List, "[\"teal\",\"plum\",\"rust\"]", "/p/;hue=teal;hue=plum;hue=rust")]
    [InlineData("path", "matrix", true, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p/;r=1;g=20;b=3")]
    [InlineData("path", "label", false, Text, "\"teal\"", "/p/.teal")]
    [InlineData("path", "label", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p/.teal,plum,rust")]
    [InlineData("path", "label", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p/.r,1,g,20,b,3")]
    [InlineData("path", "label", true, List, "[\"teal\",\"plum\",\"rust\"]", "/p/.teal.plum.rust")]
    [InlineData("path", "label", true, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p/.r=1.g=20.b=3")]
    [InlineData("path", "simple", false, Text, "\"te al\"", "/p/te%20al")]
    [InlineData("path", "simple", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p/teal,plum,rust")]
    [InlineData("path", "simple", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p/r,1,g,20,b,3")]
    [InlineData("path", "simple", true, List, "[\"teal\",\"plum\",\"rust\"]", "/p/teal,plum,rust")]
    [InlineData("path", "simple", true, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p/r=1,g=20,b=3")]
    [InlineData("query", "form", false, Text, "\"\"", "/p?hue=")]
    [InlineData("query", "form", false, Text, "\"teal\"", "/p?hue=teal")]
    [InlineData("query", "form", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p?hue=teal,plum,rust")]
    [InlineData("query", "form", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p?hue=r,1,g,20,b,3")]
    [InlineData("query", "form", true, List, "[\"teal\",\"plum\",\"rust\"]", "/p?hue=teal&hue=plum&hue=rust")]
    [InlineData("query", "form", true, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p?r=1&g=20&b=3")]
    [InlineData("query", "spaceDelimited", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p?hue=teal%20plum%20rust")]
    [InlineData("query", "spaceDelimited", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p?hue=r%201%20g%2020%20b%203")]
    [InlineData("query", "pipeDelimited", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p?hue=teal%7Cplum%7Crust")]
    [InlineData("query", "pipeDelimited", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p?hue=r%7C1%7Cg%7C20%7Cb%7C3")]
    [InlineData(
        "query",
        "deepObject",
        true,
        Map,
        "{\"r\":1,\"g\":20,\"b\":3}",
        "/p?hue%5Br%5D=1&hue%5Bg%5D=20&hue%5Bb%5D=3"
    )]
    [InlineData("header", "simple", false, List, "[\"teal\",\"plum\",\"rust\"]", "/p hue: teal,plum,rust")]
    [InlineData("header", "simple", false, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p hue: r,1,g,20,b,3")]
    [InlineData("header", "simple", true, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p hue: r=1,g=20,b=3")]
    [InlineData("cookie", "form", false, Text, "\"teal\"", "/p Cookie: hue=teal")]
    [InlineData("cookie", "form", true, List, "[\"teal\",\"plum\"]", "/p Cookie: hue=teal&hue=plum")]
    [InlineData("cookie", "form", true, Map, "{\"r\":1,\"g\":20,\"b\":3}", "/p Cookie: r=1&g=20&b=3")]
    public void A_value_is_written_in_its_style_and_read_back(
        string place,
        string style,
        bool explode,
        string schema,
        string value,
        string wire
    )
    {
        var parameter = Parameter(place, style, explode, schema, out var description);
        var written = Write(description, parameter, JsonNode.Parse(value), out var shape);
        var read = ParameterTarget.Read(written, description.Operations[0], parameter, shape.Shape);

        Assert.Equal(wire, written.Target + string.Concat(written.Headers.Select(h => $" {h.Key}: {h.Value}")));
        Assert.NotNull(read);
        Assert.Equal(value, ParameterText.Readings(read, shape.Shape).First().GetRawText());
    }

    [Fact]
    public void Reserved_characters_stay_where_they_are_allowed_and_mean_nothing()
    {
        const string Value = "a/b?c:d,e&f#g=h[i]%j";
        var parameter = Parameter("query", "form", true, Text, out _);

        Assert.Equal(
            ["hue=a%2Fb%3Fc%3Ad%2Ce%26f%23g%3Dh%5Bi%5D%25j"],
            StyleWriter.InQuery(parameter, new ParameterValue.One(Value))
        );
        Assert.Equal(
            ["hue=a/b?c:d,e%26f%23g%3Dh%5Bi%5D%25j"],
            StyleWriter.InQuery(parameter with { AllowReserved = true }, new ParameterValue.One(Value))
        );
    }

    [Fact]
    public void A_parameter_with_content_is_one_text_of_that_type()
    {
        var description = Described.Read(
            Description(
                "{name: hue, in: query, required: true, content: {application/json: {schema: {type: object}}}}",
                "/p"
            )
        );
        var parameter = description.Operations[0].Parameters[0];
        var written = Write(description, parameter, JsonNode.Parse("{\"r\":[1,{\"g\":null}]}"), out _);
        Assert.Equal("/p?hue=%7B%22r%22%3A%5B1%2C%7B%22g%22%3Anull%7D%5D%7D", written.Target);
    }

    [Theory]
    [InlineData("query", "form", true)]
    [InlineData("header", "simple", false)]
    [InlineData("cookie", "form", true)]
    [InlineData("path", "simple", false)]
    public void A_style_that_is_not_stated_is_the_usual_one_of_its_place(string place, string style, bool explode)
    {
        var required = place == "path" ? ", required: true" : "";
        var description = Described.Read(
            Description($"{{name: hue, in: {place}{required}, schema: {Text}}}", place == "path" ? "/p/{hue}" : "/p")
        );
        var parameter = description.Operations[0].Parameters[0];
        Assert.Equal(
            (style, explode),
            (JsonNamingPolicy.CamelCase.ConvertName($"{parameter.Style}"), parameter.Explode)
        );
    }

    [Theory]
    [InlineData("[\"a,b\",\"c\"]")]
    [InlineData("[\"a\",\"\"]")]
    [InlineData("[\"a b\",\"c\"]")]
    [InlineData("[]")]
    [InlineData("[[\"a\"]]")]
    public void What_could_be_read_as_something_else_is_not_written(string value)
    {
        var parameter = Parameter("query", "form", false, "{type: array}", out var description);
        var shape = new ParameterShape(
            parameter,
            new SchemaLibrary(description).At(parameter.SchemaPointer!),
            description.Operations[0].Template
        );
        Assert.Null(shape.Written(JsonNode.Parse(value)));
    }

    private static CaseRequest Write(
        ApiDescription description,
        Parameter parameter,
        JsonNode? value,
        out ParameterShape shape
    )
    {
        var operation = description.Operations[0];
        shape = new ParameterShape(
            parameter,
            new SchemaLibrary(description).At(parameter.SchemaPointer!),
            operation.Template
        );
        var written = shape.Written(value);
        Assert.NotNull(written);
        return ParameterTarget.Write(
            new CaseRequest { Method = "GET", Target = operation.Path },
            operation.Path,
            [(parameter, written)]
        );
    }

    private static Parameter Parameter(
        string place,
        string style,
        bool explode,
        string schema,
        out ApiDescription description
    )
    {
        var spelt = explode ? "true" : "false";
        description = Described.Read(
            Description(
                $"{{name: hue, in: {place}, required: true, style: {style}, explode: {spelt}, schema: {schema}}}",
                place == "path" ? "/p/{hue}" : "/p"
            )
        );
        return description.Operations[0].Parameters[0];
    }

    private static string Description(string parameter, string path) =>
        $$$"""
            openapi: 3.1.0
            info: {title: Styles, version: '1'}
            paths:
              {{{path}}}:
                get:
                  parameters: [{{{parameter}}}]
                  responses: {'200': {description: ok}}
            """;
}
