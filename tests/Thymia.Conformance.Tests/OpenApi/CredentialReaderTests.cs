using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class CredentialReaderTests
{
    private const string Scheme = "/components/securitySchemes/Key";

    [Theory]
    [InlineData("security: [{Key: []}]", "")]
    [InlineData("", "security: [{Key: []}]")]
    [InlineData("security: [{Token: [], Key: []}]", "")]
    [InlineData("security: [{}, {Key: []}]", "")]
    [InlineData("security: [{Key: []}]", "security: []")]
    public void Takes_the_scheme_that_is_demanded(string operation, string document) =>
        Assert.Equal(new Credential("X-Key", false, Scheme), Read(operation, document));

    [Theory]
    [InlineData("", "")]
    [InlineData("security: []", "security: [{Key: []}]")]
    [InlineData("security: [{Token: []}]", "security: [{Key: []}]")]
    [InlineData("security: [{Cookie: []}]", "")]
    public void Finds_none_where_none_is_demanded(string operation, string document) =>
        Assert.Null(Read(operation, document));

    [Fact]
    public void Knows_a_required_parameter_of_that_name_as_the_key() => Assert.Equal(
        new Credential("x-key", true, "/paths/~1a/get/parameters/0"),
        Read("parameters: [{name: x-key, in: header, required: true, schema: {type: string}}]", ""));

    [Fact]
    public void Knows_that_an_optional_parameter_is_not_validated() => Assert.Equal(
        new Credential("X-KEY", false, "/paths/~1a/get/parameters/0"),
        Read("security: [{Key: []}]\n      parameters: [{name: X-KEY, in: header, schema: {type: string}}]", ""));

    [Fact]
    public void Takes_no_query_parameter_for_the_header() =>
        Assert.Null(Read("parameters: [{name: X-Key, in: query, schema: {type: string}}]", ""));

    private static Credential? Read(string operation, string document) => Described.Read($$$"""
        openapi: 3.1.0
        info: {title: T, version: '1'}
        {{{document}}}
        paths:
          /a:
            get:
              responses: {'200': {description: ok}}
              {{{operation}}}
        components:
          securitySchemes:
            Token: {type: http, scheme: bearer}
            Cookie: {type: apiKey, in: cookie, name: X-Key}
            Key: {type: apiKey, in: header, name: X-Key}
        """).Operations.Single().Credential;
}
