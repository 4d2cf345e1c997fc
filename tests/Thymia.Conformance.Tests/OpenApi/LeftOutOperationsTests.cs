using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class LeftOutOperationsTests
{
    private const string Good = "  /good: {get: {responses: {'200': {description: ok}}}}\n";

    [Theory]
    [InlineData("/bad/{id}: {get: {responses: {'200': {description: ok}}}}", "{id}")]
    [InlineData("/bad: {get: {parameters: [{name: q, in: query, schema: {}}, {name: q, in: query, schema: {}}], responses: {'200': {description: ok}}}}", "twice")]
    [InlineData("/bad: {get: {parameters: [{$ref: '#/components/parameters/Gone'}], responses: {'200': {description: ok}}}}", "leads nowhere")]
    [InlineData("/bad: {post: {requestBody: {$ref: '#/components/requestBodies/Lost'}, responses: {'200': {description: ok}}}}", "leads nowhere")]
    [InlineData("/bad: {post: {requestBody: {required: true, content: {application/xml: {schema: {}}}}, responses: {'200': {description: ok}}}}", "application/xml")]
    [InlineData("/bad: {get: {security: [{tls: []}], responses: {'200': {description: ok}}}}", "tls")]
    [InlineData("/bad: {$ref: '#/components/pathItems/Gone'}", "leads nowhere")]
    public void A_fault_leaves_out_the_operation_that_it_touches(string path, string reason)
    {
        var description = Read($"{Good}  {path}\n");
        var leftOut = Assert.Single(description.LeftOut);
        Assert.Equal("GET /good", Assert.Single(description.Operations).Name);
        Assert.EndsWith("/bad" + (path.Contains("{id}", StringComparison.Ordinal) ? "/{id}" : ""), leftOut.Name, StringComparison.Ordinal);
        Assert.Contains(reason, leftOut.Fault.Problem, StringComparison.Ordinal);
        Assert.EndsWith(":5", leftOut.Fault.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fine: {get: {responses: {'200': {$ref: '#/components/responses/Gone'}}}}")]
    [InlineData("/fine: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}}}}")]
    [InlineData("/fine: {get: {callbacks: {c: {$ref: '#/components/callbacks/Gone'}}, responses: {'200': {description: ok}}}}")]
    [InlineData("/fine: {get: {}}")]
    public void What_is_wrong_with_an_answer_leaves_the_operation_in(string path) =>
        Assert.Equal(["GET /good", "GET /fine"], Read($"{Good}  {path}\n").Operations.Select(o => o.Name));

    [Fact]
    public void Where_nothing_is_left_the_fault_is_that_of_the_whole()
    {
        var thrown = Assert.Throws<UnusableInputException>(() => Read("  /bad/{id}: {get: {responses: {'200': {description: ok}}}}\n"));
        Assert.EndsWith(":4", thrown.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_asked_for_is_not_left_out_in_silence()
    {
        var description = Read($"{Good}  /bad/{{id}}: {{get: {{responses: {{'200': {{description: ok}}}}}}}}\n");
        Assert.Contains("{id}", Assert.Throws<UnusableInputException>(() => description.Find("get /bad/{id}")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_methods_of_openapi_32_are_read() => Assert.Equal(
        ["QUERY /a", "COPY /a"],
        Described.Read("""
            openapi: 3.2.0
            info: {title: T, version: '1'}
            paths:
              /a:
                query: {responses: {'200': {description: ok}}}
                additionalOperations: {COPY: {responses: {'200': {description: ok}}}}
            """).Operations.Select(o => o.Name));

    [Fact]
    public void The_servers_are_named_with_their_variables_filled() => Assert.Equal(
        ["https://api.example/v2", "http://localhost:3000"],
        Servers.Of(Described.Read("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers:
              - {url: 'https://{host}/v2', variables: {host: {default: api.example}}}
              - {url: /relative}
              - {url: 'http://localhost:3000'}
            paths: {/a: {get: {responses: {'200': {description: ok}}}}}
            """)));

    private static ApiDescription Read(string paths) => Described.Read(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + paths
        + "components: {securitySchemes: {tls: {type: mutualTLS}}}\n");
}
