using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class CredentialReaderTests
{
    [Theory]
    [InlineData("security: [{Key: []}]", "", "Key")]
    [InlineData("", "security: [{Key: []}]", "Key")]
    [InlineData("security: [{Token: [], Key: []}]", "", "Token+Key")]
    [InlineData("security: [{}, {Key: []}]", "", "|Key")]
    [InlineData("security: [{Token: []}, {Cookie: []}]", "", "Token|Cookie")]
    [InlineData("security: [{Key: []}]", "security: []", "Key")]
    [InlineData("security: [{Certificate: []}, {Key: []}]", "", "Key")]
    [InlineData("", "", "")]
    [InlineData("security: []", "security: [{Key: []}]", "")]
    public void Knows_what_goes_together_and_what_instead_of_what(
        string operation,
        string document,
        string alternatives
    ) =>
        Assert.Equal(
            alternatives,
            string.Join(
                '|',
                Operation(operation, document).Alternatives.Select(a => string.Join('+', a.Select(c => c.Scheme)))
            )
        );

    [Theory]
    [InlineData("Key", "header X-Key Raw")]
    [InlineData("Query", "query api_key Raw")]
    [InlineData("Cookie", "cookie X-Key Raw")]
    [InlineData("Token", "header Authorization Bearer")]
    [InlineData("User", "header Authorization Basic")]
    [InlineData("Flow", "header Authorization Bearer")]
    [InlineData("Connect", "header Authorization Bearer")]
    public void Knows_where_each_kind_of_scheme_goes(string scheme, string where)
    {
        var credential = Assert.Single(Operation($"security: [{{{scheme}: []}}]", "").Credentials);
        Assert.Equal(where, $"{credential.In} {credential.Header} {credential.Form}");
    }

    [Fact]
    public void Knows_a_required_parameter_of_that_name_as_the_key()
    {
        var found = Read("parameters: [{name: x-key, in: header, required: true, schema: {type: string}}]", "")!;
        Assert.Equal(("x-key", true, "/paths/~1a/get/parameters/0"), (found.Header, found.IsParameter, found.Pointer));
    }

    [Fact]
    public void Knows_that_an_optional_parameter_is_not_validated()
    {
        var found = Read(
            "security: [{Key: []}]\n      parameters: [{name: X-KEY, in: header, schema: {type: string}}]",
            ""
        )!;
        Assert.Equal(("X-KEY", false, "/paths/~1a/get/parameters/0"), (found.Header, found.IsParameter, found.Pointer));
    }

    [Fact]
    public void Takes_no_query_parameter_for_the_header() =>
        Assert.Null(Read("parameters: [{name: X-Key, in: query, schema: {type: string}}]", ""));

    private static Credential? Read(string operation, string document) => Operation(operation, document).Credential;

    private static Operation Operation(string operation, string document) =>
        Described
            .Read(
                $$$"""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                {{{document}}}
                paths:
                  /a:
                    get:
                      responses: {'200': {description: ok}}
                      {{{operation}}}
                  /b: {get: {security: [], responses: {'200': {description: ok} } } }
                components:
                  securitySchemes:
                    Token: {type: http, scheme: bearer}
                    Cookie: {type: apiKey, in: cookie, name: X-Key}
                    Key: {type: apiKey, in: header, name: X-Key}
                    Query: {type: apiKey, in: query, name: api_key}
                    User: {type: http, scheme: Basic}
                    Flow: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://id.example/token',
                      scopes: {} } } }
                    Connect: {type: openIdConnect, openIdConnectUrl: 'https://id.example/about'}
                    Certificate: {type: mutualTLS}
                """
            )
            .Operations[0];
}
