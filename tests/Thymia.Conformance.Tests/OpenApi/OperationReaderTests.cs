using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class OperationReaderTests
{
    [Fact]
    public void Reads_every_method_in_the_order_of_the_document()
    {
        var description = Read(
            """
            /b:
              summary: not a method
              servers: []
              patch: {responses: {'200': {description: ok}}}
              get: {responses: {'200': {description: ok}}}
            /a/{id}:
              delete: {operationId: drop, parameters: [{name: id, in: path, required: true, schema: {}}],
                responses: {'204': {description: gone}}}
            """
        );

        Assert.Equal(["PATCH /b", "GET /b", "DELETE /a/{id}"], description.Operations.Select(o => o.Name));
        Assert.Equal(["patch-b", "get-b", "drop"], description.Operations.Select(o => o.Id));
    }

    [Fact]
    public void Lets_a_parameter_of_the_operation_replace_that_of_its_path()
    {
        var operation = Read(
            """
            /a/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: q, in: query, schema: {type: string}}
                - {name: X-A, in: header, schema: {type: string}}
              get:
                parameters:
                  - {name: q, in: query, required: true, schema: {type: integer}}
                  - {name: Q, in: query, schema: {type: integer}}
                  - {name: x-a, in: header, schema: {type: integer}}
                  - {name: c, in: cookie, schema: {type: string}}
                responses: {'200': {description: ok}}
            """
        ).Operations[0];

        const string Path = "/paths/~1a~1{id}";
        Assert.Equal(
            [
                ("q", "query", true, Path + "/get/parameters/0/schema"),
                ("Q", "query", false, Path + "/get/parameters/1/schema"),
                ("x-a", "header", false, Path + "/get/parameters/2/schema"),
                ("c", "cookie", false, Path + "/get/parameters/3/schema"),
                ("id", "path", true, Path + "/parameters/0/schema"),
            ],
            operation.Parameters.Select(p => (p.Name, p.In, p.Required, p.SchemaPointer!))
        );
    }

    [Fact]
    public void Reads_the_examples_of_a_parameter_in_their_order()
    {
        var parameters = Read(
            """
            /a:
              get:
                parameters:
                  - {name: a, in: query, example: 7, schema: {type: integer}}
                  - {name: b, in: query, examples: {x: {value: 1}, y: {$ref: '#/components/examples/Y'},
                    z: {externalValue: e}}, schema: {type: integer}}
                  - {name: c, in: query, content: {text/plain: {example: hello, schema: {type: string}}}}
                responses: {'200': {description: ok}}
            """,
            "examples: {Y: {value: 2}}"
        )
            .Operations[0]
            .Parameters;

        Assert.Equal(["7", "1,2", "hello"], parameters.Select(p => string.Join(',', p.Examples)));
        Assert.Equal([null, null, "text/plain"], parameters.Select(p => p.ContentType));
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    public void Passes_over_headers_that_openapi_reserves(string name)
    {
        var description = Read(
            $$$"""
            /a:
              get:
                parameters: [{name: {{{name}}}, in: header, schema: {type: string}}]
                responses: {'200': {description: ok}}
            """
        );

        Assert.Empty(description.Operations[0].Parameters);
    }

    [Fact]
    public void Follows_references_to_where_the_thing_is_stated()
    {
        var operation = Read(
            """
            /a:
              post:
                parameters: [{$ref: '#/components/parameters/Page'}]
                requestBody: {$ref: '#/components/requestBodies/Old%2Ename'}
                responses: {4XX: {$ref: '#/components/responses/Bad'}}
            """,
            """
            parameters:
              Page: {name: page, in: query, schema: {type: integer}}
            requestBodies:
              'Old.name': {$ref: '#/components/requestBodies/New'}
              New: {required: true, content: {application/json: {schema: {type: object}}}}
            responses:
              Bad: {description: bad, content: {application/problem+json: {schema: {type: object}}}}
            """
        ).Operations[0];

        Assert.Equal("/components/parameters/Page/schema", operation.Parameters.Single().SchemaPointer);
        Assert.Equal(
            new RequestBody(true, "application/json", "/components/requestBodies/New/content/application~1json/schema"),
            operation.Body
        );
        Assert.Equal(
            "/components/responses/Bad/content/application~1problem+json/schema",
            operation.ResponseFor(404)!.Contents["Application/Problem+JSON"]
        );
    }

    [Theory]
    [InlineData("text/plain: {schema: {}}, application/vnd.test+json: {schema: {}}", "application/vnd.test+json")]
    [InlineData(
        "application/json;charset=utf-8: {schema: {}}, application/merge-patch+json: {schema: {}}",
        "application/json;charset=utf-8"
    )]
    [InlineData("application/json: {}, application/x+json: {schema: {}}", "application/json")]
    [InlineData("multipart/form-data: {schema: {}}", "multipart/form-data")]
    [InlineData("application/jsonlines: {schema: {}}", null)]
    public void Takes_the_first_json_body_before_any_other(string content, string? type)
    {
        var description = Read(
            $$$"""
            /a:
              post:
                requestBody: {content: { {{{content}}} }}
                responses: {'200': {description: ok}}
            """
        );

        Assert.Equal(type, description.Operations[0].Body?.ContentType);
    }

    [Theory]
    [InlineData(200, "200")]
    [InlineData(204, "2XX")]
    [InlineData(404, "4xx")]
    [InlineData(500, "default")]
    public void Prefers_the_exact_status_to_its_range_and_that_to_the_default(int status, string documented)
    {
        var operation = Read(
            """
            /a:
              get:
                responses:
                  default: {description: else}
                  2XX: {description: fine}
                  4xx: {description: wrong}
                  200: {description: ok}
                  x-note: {description: no response}
            """
        ).Operations[0];

        Assert.Equal(documented, operation.ResponseFor(status)?.Status);
        Assert.Equal(4, operation.Responses.Count);
    }

    [Fact]
    public void Prefers_a_range_to_the_default_that_comes_after_it()
    {
        var operation = Read(
            """
            /a: {get: {responses: {4XX: {description: wrong}, default: {description: else}}}}
            """
        ).Operations[0];

        Assert.Equal("4XX", operation.ResponseFor(404)!.Status);
        Assert.Equal("default", operation.ResponseFor(500)!.Status);

        // HTTP takes any three digits, such as 004.
        Assert.Equal("default", operation.ResponseFor(4)!.Status);
    }

    [Fact]
    public void Documents_nothing_for_a_status_that_no_response_names()
    {
        var operation = Read("/a: {get: {responses: {'200': {description: ok}}}}").Operations[0];

        Assert.Null(operation.ResponseFor(201));
        Assert.Empty(operation.ResponseFor(200)!.Contents);
    }

    private static ApiDescription Read(string paths, string components = "schemas: {}") =>
        Described.Read(
            $"openapi: 3.1.0\ninfo: {{title: T, version: "
                + $"'1'}}\npaths:\n{Indented(paths)}\ncomponents:\n{Indented(components)}"
        );

    private static string Indented(string text) => string.Join('\n', text.Split('\n').Select(l => "  " + l));

    [Fact]
    public void Names_headers_that_HTTP_sets_and_tests_none_of_them()
    {
        var api = Described.Read(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /things:
                get:
                  parameters:
                    - {name: host, in: header, required: true, schema: {type: string}}
                    - {name: host, in: query, schema: {type: string}}
                  responses: {'200': {description: ok}}
            """
        );

        Assert.Equal("query", Assert.Single(api.Operations[0].Parameters).In);
        Assert.Equal(["GET /things: host cannot be tested: HTTP itself sets it"], api.Remarks);
    }
}
