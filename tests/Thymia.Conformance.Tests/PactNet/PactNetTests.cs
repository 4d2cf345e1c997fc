using System.Text.Json.Nodes;
using Thymia.Conformance.PactNet;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Pacts;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.PactNet;

/// <summary>
/// Both implementations of the seam, each with the other's contracts. Needs PACT_DO_NOT_TRACK=true from outside.
/// </summary>
public sealed class PactNetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_what_we_record_but_for_the_body_that_is_not_JSON()
    {
        var files = await RecordAsync();

        foreach (var file in files)
        {
            var own = JsonNode.Parse(
                await File.ReadAllTextAsync(Path.Combine(GoldenPact.Folder, Path.GetFileName(file.File)), Token)
            )!;
            var ours = own["interactions"]!
                .AsArray()
                .Where(i => i!["description"]!.ToString() != "a call whose body is not JSON");
            var theirs = JsonNode.Parse(await File.ReadAllTextAsync(file.File, Token))!["interactions"]!.AsArray();
            Assert.Equal(ours.Select(i => i!.ToJsonString()), theirs.Select(i => i!.ToJsonString()));
        }

        Assert.Equal(45, files.Sum(f => f.Interactions));
    }

    [Fact]
    public async Task Gives_contracts_that_our_verifier_accepts()
    {
        var files = await RecordAsync();
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var result = await PactVerifier.VerifyAsync(Request(provider, [.. files.Select(f => f.File)]), Token);

        Assert.Equal([], result.Interactions.Where(i => !i.Passed).Select(i => i.Sentence));
        Assert.Equal(45, result.Interactions.Count);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("id-not-uuid", 1)]
    public async Task Accepts_our_contracts_from_a_provider_that_honours_them(string? defect, int failed)
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = defect is null ? [] : [defect] },
            Token
        );

        Assert.Equal(
            failed,
            (await Task.Run(() => PactNetVerification.Failed(Request(provider, GoldenPact.Files)), Token)).Count
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    public void Does_nothing_that_would_be_reported_to_anyone(string? value)
    {
        var problem = Assert.Throws<UnusableInputException>(() => Telemetry.DemandOff(value));

        Assert.Equal(
            "PACT_DO_NOT_TRACK: Pact's core would report its use; set it to true before the process starts.",
            problem.Message
        );
    }

    private async Task<IReadOnlyList<PactFile>> RecordAsync()
    {
        var recorder = RecordedRun.Recorder(new PactNetWriter());
        foreach (var judged in await RecordedRun.JudgedAsync(1, 8, ProviderMode.Strict, Token))
        {
            recorder.Add(judged);
        }

        return await recorder.WriteAsync(_folder.Path, RecordedRun.Names, Token);
    }

    private static VerifyRequest Request(ReferenceProvider provider, IReadOnlyList<string> files) =>
        new()
        {
            BaseUrl = provider.BaseUrl,
            Files = files,
            ApiKey = ProviderOptions.DemoApiKey,
            ProviderStatesUrl = new Uri(provider.BaseUrl, "/_pact/provider-states"),
        };
}
