using Thymia.Conformance.Tests.Configuration;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>The golden pact in the hands of tools that are not ours.</summary>
public sealed class OfficialToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<ProviderMode> Modes =>
        Sweep.Rows(1, ProviderMode.Strict, ProviderMode.PydanticV1, ProviderMode.PydanticV2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Contract =>
        Path.Combine(AppContext.BaseDirectory, "schemas", "thymia-voice-agent.openapi.yaml");

    private static string Keyed => GoldenPact.Files.Single(f => !f.Contains("without-key", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Theory(Explicit = true)]
    [MemberData(nameof(Modes))]
    public async Task The_official_verifier_passes_the_golden_pact(ProviderMode mode)
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions { Mode = mode }, Token);

        var keyed = await NpmTool.PactAsync(
            Token,
            [.. Verifier(provider, Keyed), "--header", $"x-api-key={ProviderOptions.DemoApiKey}"]
        );
        var keyless = await NpmTool.PactAsync(Token, Verifier(provider, GoldenPact.Files.Single(f => f != Keyed)));

        Assert.True(keyed.ExitCode == 0, keyed.Output);
        Assert.True(keyless.ExitCode == 0, keyless.Output);
        Assert.Contains("a call as documented", keyed.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task The_official_verifier_fails_a_defective_provider()
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = ["id-not-uuid"] },
            Token
        );

        var verified = await NpmTool.PactAsync(
            Token,
            [.. Verifier(provider, Keyed), "--header", $"x-api-key={ProviderOptions.DemoApiKey}"]
        );

        Assert.Equal(1, verified.ExitCode);
    }

    [Fact(Explicit = true)]
    public async Task Both_comparators_find_the_golden_pact_to_fit_the_contract()
    {
        foreach (var file in GoldenPact.Files)
        {
            var (one, other) = await CompareAsync(file);

            Assert.True(one.ExitCode == 0, one.Output);
            Assert.True(other.ExitCode == 0, other.Output);
        }
    }

    [Theory(Explicit = true)]
    [InlineData("\"birthSex\": \"MALE\"", "\"birthSex\": \"male\"")]
    [InlineData("\"path\": \"/v1/calls\"", "\"path\": \"/v1/call\"")]
    public async Task Both_comparators_notice_a_pact_that_does_not_fit(string agreed, string other)
    {
        var file = _folder.Write(
            "pact.json",
            (await File.ReadAllTextAsync(Keyed, Token)).Replace(agreed, other, StringComparison.Ordinal)
        );

        var (first, second) = await CompareAsync(file);

        Assert.NotEqual(0, first.ExitCode);
        Assert.NotEqual(0, second.ExitCode);
    }

    private static async Task<(NpmTool One, NpmTool Other)> CompareAsync(string file) =>
        (
            await NpmTool.NodeAsync(Token, NpmTool.ComparatorScripts[0], "--oas", Contract, file),
            await NpmTool.NodeAsync(Token, NpmTool.ComparatorScripts[1], Contract, file)
        );

    private static string[] Verifier(ReferenceProvider provider, string file) =>
        [
            "verifier",
            "--file",
            file,
            "--hostname",
            provider.BaseUrl.Host,
            "--port",
            $"{provider.BaseUrl.Port}",
            "--state-change-url",
            $"{new Uri(provider.BaseUrl, "/_pact/provider-states")}",
            "--no-colour",
        ];
}
