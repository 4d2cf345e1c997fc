using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class LeftOutOperationsTests
{
    private const string Good = "  /good: {get: {responses: {'200': {description: ok}}}}\n";

    [Theory]
    [InlineData("/bad/{id}: {get: {responses: {'200': {description: ok}}}}", "{id}")]
    [InlineData(
        "/bad: {get: {parameters: [{name: q, in: query, schema: {}}, {name: q, in: query, schema: {}}], responses: "
            + "{'200': {description: ok}}}}",
        "twice"
    )]
    [InlineData(
        "/bad: {get: {parameters: [{$ref: '#/components/parameters/Gone'}], responses: {'200': {description: ok}}}}",
        "leads nowhere"
    )]
    [InlineData(
        "/bad: {post: {requestBody: {$ref: '#/components/requestBodies/Lost'}, responses: {'200': {description: ok}}}}",
        "leads nowhere"
    )]
    [InlineData(
        "/bad: {post: {requestBody: {required: true, content: {application/xml: {schema: {}}}}, responses: {'200': "
            + "{description: ok}}}}",
        "application/xml"
    )]
    [InlineData("/bad: {get: {security: [{tls: []}], responses: {'200': {description: ok}}}}", "tls")]
    [InlineData("/bad: {$ref: '#/components/pathItems/Gone'}", "leads nowhere")]
    public void A_fault_leaves_out_the_operation_that_it_touches(string path, string reason)
    {
        var description = Read($"{Good}  {path}\n");
        var leftOut = Assert.Single(description.LeftOut);
        Assert.Equal("GET /good", Assert.Single(description.Operations).Name);
        Assert.EndsWith(
            "/bad" + (path.Contains("{id}", StringComparison.Ordinal) ? "/{id}" : ""),
            leftOut.Name,
            StringComparison.Ordinal
        );
        Assert.Contains(reason, leftOut.Fault.Problem, StringComparison.Ordinal);
        Assert.EndsWith(":5", leftOut.Fault.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fine: {get: {responses: {'200': {$ref: '#/components/responses/Gone'}}}}")]
    [InlineData(
        "/fine: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: "
            + "'#/components/schemas/Gone'}}}}}}}"
    )]
    [InlineData(
        "/fine: {get: {callbacks: {c: {$ref: '#/components/callbacks/Gone'}}, responses: {'200': {description: ok}}}}"
    )]
    [InlineData("/fine: {get: {}}")]
    public void What_is_wrong_with_an_answer_leaves_the_operation_in(string path) =>
        Assert.Equal(["GET /good", "GET /fine"], Read($"{Good}  {path}\n").Operations.Select(o => o.Name));

    [Theory]
    [InlineData("'200': {$ref: '#/components/responses/Gone'}", "answer 200")]
    [InlineData("'200': {$ref: '#/components/responses/Dangling'}", "answer 200")]
    [InlineData(
        "'200': {description: ok, content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Gone'}, "
            + "{}]}}}}",
        "answer 200"
    )]
    [InlineData(
        "'200': {description: ok, content: {text/plain: {schema: {}}, application/json: {schema: {$ref: "
            + "'#/components/schemas/Gone'}}}}",
        "answer 200 (application/json)"
    )]
    [InlineData(
        "'200': {description: ok, headers: {X-A: {$ref: '#/components/headers/Gone'}}}",
        "header X-A of answer 200"
    )]
    public void An_answer_that_leads_nowhere_is_not_judged_and_that_is_said(string response, string part)
    {
        var description = Read($"{Good}  /fine: {{get: {{responses: {{{response}}}}}}}\n");
        var leftOut = Assert.Single(description.LeftOutParts);
        Assert.Equal(("GET /fine", part, "judged"), (leftOut.Operation, leftOut.Part, leftOut.Step));
        Assert.Contains("leads nowhere", leftOut.Fault.Problem, StringComparison.Ordinal);
        Assert.Matches(":[56]$", leftOut.Fault.Location);
        var answer = description.Operations[1].Responses[0];
        Assert.DoesNotContain(answer.Contents, c => MediaTypes.IsJson(c.Key) && c.Value is not null);
        Assert.Empty(answer.Headers);
        Assert.Empty(description.Operations[0].Responses[0].Contents);
        Assert.Empty(description.LeftOut);
    }

    [Fact]
    public void A_fault_that_no_tested_request_or_answer_leads_to_is_a_remark()
    {
        const string unused =
            "  /fine: {get: {callbacks: {c: {$ref: '#/components/callbacks/Gone'}}, responses: {'200': {description: "
            + "ok}}}}\n";
        Assert.Contains(
            ":5: the reference '#/components/callbacks/Gone' leads nowhere",
            Assert.Single(Read(Good + unused).Remarks, r => r.Contains("callbacks", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains(Read(Good).Remarks, r => r.Contains("#/components/schemas/Lost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("callbacks: 5")]
    [InlineData("callbacks: [1]")]
    [InlineData("callbacks: {c: 7}")]
    [InlineData("callbacks: {c: {'{$request': {post: {responses: 3, parameters: {}}}}}")]
    [InlineData("callbacks: {c: {'{$url}': {post: {requestBody: {content: {a/b: {schema: {type: 4}}}}}}}}")]
    [InlineData("callbacks: {c: {'{$url}': {$ref: elsewhere.yaml}}}")]
    public void A_callback_or_webhook_that_is_malformed_stops_nothing(string callbacks)
    {
        var description = Described.Read(
            $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n{Good}  /fine: {{post: {{{callbacks}, "
                + "responses: {'200': {description: ok}}}}\nwebhooks: [3]\n"
                + "components: {callbacks: {x: [], y: {z: {post: 3}}}}\n"
        );
        Assert.Empty(description.LeftOut);
        Assert.Equal(["GET /good", "POST /fine"], description.Operations.Select(o => o.Name));
    }

    [Fact]
    public void A_media_type_that_is_not_tested_beside_one_that_is_tested_is_named()
    {
        var body = "{content: {application/json: {schema: {}}, application/xml: {schema: {}}}}";
        var part = Assert.Single(
            Read($"  /a: {{post: {{requestBody: {body}, responses: {{'200': {{description: ok}}}}}}}}\n").LeftOutParts
        );
        Assert.Equal(("POST /a", "the body", "tested as application/xml"), (part.Operation, part.Part, part.Step));
        Assert.EndsWith(":4", part.Fault.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_with_a_schema_that_cannot_be_judged_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "api.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: ok
                      headers: {X-A: {schema: {$ref: 'other.yaml#/A'}}}
                      content: {application/json: {schema: {$ref: 'other.yaml#/B'}}}
            """
        );
        var plan = RunPlan.Read(
            new ConformanceOptions { Description = file, Rules = "none" },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ["answer 200 10", "header X-A of answer 200 9"],
            plan.LeftOutParts.Select(p => $"{p.Part} {p.Fault.Location.Split(':')[^1]}").Order()
        );
        Assert.Equal("GET /a", Assert.Single(plan.Operations).Name);
    }

    [Fact]
    public void Where_nothing_is_left_the_fault_is_that_of_the_whole()
    {
        var thrown = Assert.Throws<UnusableInputException>(() =>
            Read("  /bad/{id}: {get: {responses: {'200': {description: ok}}}}\n")
        );
        Assert.EndsWith(":4", thrown.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_asked_for_is_not_left_out_in_silence()
    {
        var description = Read($"{Good}  /bad/{{id}}: {{get: {{responses: {{'200': {{description: ok}}}}}}}}\n");
        Assert.Contains(
            "{id}",
            Assert
                .Throws<UnusableInputException>(() => new OperationChoice { Named = ["get /bad/{id}"] }.Of(description))
                .Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_methods_of_openapi_32_are_read() =>
        Assert.Equal(
            ["QUERY /a", "COPY /a"],
            Described
                .Read(
                    """
                    openapi: 3.2.0
                    info: {title: T, version: '1'}
                    paths:
                      /a:
                        query: {responses: {'200': {description: ok}}}
                        additionalOperations: {COPY: {responses: {'200': {description: ok}}}}
                    """
                )
                .Operations.Select(o => o.Name)
        );

    [Fact]
    public void The_servers_are_named_with_their_variables_filled() =>
        Assert.Equal(
            ["https://api.example/v2", "http://localhost:3000"],
            Servers.Of(
                Described.Read(
                    """
                    openapi: 3.1.0
                    info: {title: T, version: '1'}
                    servers:
                      - {url: 'https://{host}/v2', variables: {host: {default: api.example}}}
                      - {url: /relative}
                      - {url: 'http://localhost:3000'}
                    paths: {/a: {get: {responses: {'200': {description: ok}}}}}
                    """
                )
            )
        );

    private static ApiDescription Read(string paths) =>
        Described.Read(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"
                + paths
                + "components: {securitySchemes: {tls: {type: mutualTLS}}, schemas: {Unused: {$ref: "
                + "'#/components/schemas/Lost'}}, "
                + "responses: {Dangling: {$ref: '#/components/responses/Gone'}}}\n"
        );
}
