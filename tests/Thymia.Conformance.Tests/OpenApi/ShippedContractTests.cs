using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class ShippedContractTests
{
    private static readonly ApiDescription Contract = DescriptionReader.Read(DescriptionReader.ShippedContract);

    [Fact]
    public void Is_named_without_its_folder() => Assert.Equal("thymia-voice-agent.openapi.yaml", Contract.Source);

    [Fact]
    public void Says_what_it_is() => Assert.Equal(("Thymia API", "1.0.0"), (Contract.Title, Contract.Version));

    [Fact]
    public void Has_one_operation()
    {
        var operation = Assert.Single(Contract.Operations);

        Assert.Equal("POST /v1/calls", operation.Name);
        Assert.Equal("create-call-v-1-calls-post", operation.Id);
        Assert.Equal("/paths/~1v1~1calls/post", operation.Pointer);
        Assert.Empty(operation.Parameters);
    }

    [Fact]
    public void Declares_its_key_as_a_required_header_parameter() =>
        Assert.Equal(
            new Credential("x-api-key", true, "/paths/~1v1~1calls/post/parameters/0") { Scheme = "APIKeyHeader" },
            Contract.Operations[0].Credential
        );

    [Fact]
    public void Takes_a_body_that_it_does_not_demand() =>
        Assert.Equal(
            new RequestBody(
                false,
                "application/json",
                "/paths/~1v1~1calls/post/requestBody/content/application~1json/schema"
            ),
            Contract.Operations[0].Body
        );

    [Fact]
    public void Documents_success_and_validation_error_as_json()
    {
        var responses = Contract.Operations[0].Responses;

        Assert.Equal(["200", "422"], responses.Select(r => r.Status));
        Assert.All(responses, r => Assert.Equal([$"{r.Pointer}/content/application~1json/schema"], r.Contents.Values));
    }

    [Theory]
    [InlineData("/components/schemas/UserDetails/properties/birthSex", 61)]
    [InlineData("/components/schemas/BirthSex/enum/3", 46)]
    [InlineData("/paths/~1v1~1calls/post/responses/422", 27)]
    [InlineData("/components/schemas/NoSuchSchema/type", 39)]
    public void Is_found_again_by_its_lines(string pointer, int line) => Assert.Equal(line, Contract.LineOf(pointer));
}
