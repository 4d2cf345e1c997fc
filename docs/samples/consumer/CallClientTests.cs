using Thymia.Conformance.Consumers;

namespace WebShop;

public sealed class CallClientTests
{
    private static readonly Customer Greg = new("greg-7", new DateOnly(1990, 8, 24), "MALE");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ContractProviderOptions Shop => new() { Consumer = "web-shop" };

    [Fact]
    public async Task Gets_a_link_for_a_call_on_the_web()
    {
        await using var provider = await ContractProvider.StartAsync(Shop, Token);
        using var client = new CallClient(provider.BaseUrl, ContractProvider.ApiKey);

        var call = await client.CreateAsync(new NewCall(Greg, "en-GB", new { id = "patient-intake" }), Token);

        Assert.NotEqual(Guid.Empty, call.Id);
        Assert.NotNull(call.ActivityLink);
    }

    [Fact]
    public async Task Has_a_number_rung()
    {
        await using var provider = await ContractProvider.StartAsync(Shop, Token);
        using var client = new CallClient(provider.BaseUrl, ContractProvider.ApiKey);

        var call = await client.CreateAsync(
            new NewCall(Greg, "en-GB", new { id = "patient-intake" }) { PhoneNumber = "+447700900001" },
            Token
        );

        Assert.Null(call.ActivityLink);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_call()
    {
        await using var provider = await ContractProvider.StartAsync(Shop, Token);
        provider.Expect("a call in a language that is not offered", HttpMethod.Post, "/v1/calls").IsRefused();
        using var client = new CallClient(provider.BaseUrl, ContractProvider.ApiKey);

        var problem = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.CreateAsync(new NewCall(Greg, "xx-XX", new { id = "patient-intake" }), Token)
        );

        Assert.Contains("language", problem.Message, StringComparison.Ordinal);
    }
}
