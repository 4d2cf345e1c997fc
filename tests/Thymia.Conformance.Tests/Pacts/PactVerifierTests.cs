using System.Net;
using System.Net.Sockets;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Pacts;

public sealed class PactVerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Places =>
        Sweep.Rows(
            1,
            ("wrong-error-location", "answer body at $.detail"),
            ("error-as-html", "answer header Content-Type"),
            ("id-not-uuid", "answer body at $.id"),
            ("detail-is-text", "answer body at $.detail"),
            ("created-at-without-offset", "answer body at $.createdAt"),
            ("validation-400", "answer status")
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(OfficialToolTests.Modes), MemberType = typeof(OfficialToolTests))]
    public async Task Passes_every_kind_of_provider_on_the_golden_pacts(ProviderMode mode)
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions { Mode = mode }, Token);

        var result = await PactVerifier.VerifyAsync(Golden(provider.BaseUrl), Token);

        Assert.Equal([], result.Interactions.Where(i => !i.Passed).Select(i => i.Sentence));
        Assert.Equal(VerifyOutcome.Passed, result.Outcome);
        Assert.Equal(46, result.Interactions.Count);
        Assert.Null(result.Note);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Fails_a_defective_provider_at_the_defect(string defect, string place)
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = [defect] },
            Token
        );

        var result = await PactVerifier.VerifyAsync(Golden(provider.BaseUrl), Token);

        Assert.Equal(VerifyOutcome.Broken, result.Outcome);
        Assert.Contains(result.Interactions.SelectMany(i => i.Mismatches), m => m.Place == place);
        Assert.All(result.Interactions.Where(i => !i.Passed), i =>
            Assert.StartsWith($"{i.Description}: answer ", i.Sentence, StringComparison.Ordinal)
        );
    }

    [Fact(Explicit = true)]
    public async Task Tells_an_unreachable_provider_from_a_broken_one()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var url = new Uri($"http://127.0.0.1:{port}");

        var result = await PactVerifier.VerifyAsync(Golden(url) with { ProviderStatesUrl = null }, Token);

        Assert.Equal(VerifyOutcome.Unreachable, result.Outcome);
        Assert.All(result.Interactions, i => Assert.Contains("refuse", i.Error, StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public async Task Tells_a_wrong_key_by_the_status()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var result = await PactVerifier.VerifyAsync(Golden(provider.BaseUrl) with { ApiKey = "another-key" }, Token);

        Assert.Equal(VerifyOutcome.Broken, result.Outcome);
        Assert.Equal("a call without header x-api-key", Assert.Single(result.Interactions, i => i.Passed).Description);
    }

    [Fact(Explicit = true)]
    public async Task Never_shows_the_key_though_the_provider_does()
    {
        await using var server = RawServer.Answering(RawServer.Json(200, """{"key":"secret-of-the-test"}"""));
        var request = Golden(server.Url) with { ApiKey = "secret-of-the-test", ProviderStatesUrl = null };

        var result = await PactVerifier.VerifyAsync(request, Token);

        Assert.All(result.Interactions, i => Assert.DoesNotContain("secret", i.Sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", request.ToString(), StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Verifies_a_pact_of_another_consumer_and_specification()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);
        var file = _folder.Write(
            "shop-calls.json",
            """
            {"consumer":{"name":"shop"},"provider":{"name":"calls"},
              "metadata":{"pactSpecification":{"version":"2.0.0"}},
             "interactions":[
               {"description":"an empty call","request":{"method":"POST","path":"/v1/calls",
                 "headers":{"Content-Type":"application/json"},"body":{}},
                "response":{"status":422}},
               {"description":"an empty call, believed","request":{"method":"POST","path":"/v1/calls",
                 "headers":{"Content-Type":"application/json"},"body":{}},
                "response":{"status":200}}]}
            """
        );

        var result = await PactVerifier.VerifyAsync(Golden(provider.BaseUrl) with { Files = [file] }, Token);

        Assert.Equal(VerifyOutcome.Broken, result.Outcome);
        Assert.Equal(
            ["an empty call: as agreed", "an empty call, believed: answer status: expected 200 but was 422"],
            result.Interactions.Select(i => i.Sentence).Order(StringComparer.Ordinal).Reverse()
        );
    }

    [Theory]
    [InlineData(null, "there is no such pact; record one first, or name another.")]
    [InlineData("{", ":1: the pact is not JSON; record it again.")]
    [InlineData(
        "[]",
        "the file has no consumer, no provider or no list of interactions; name a pact file of Pact V2 to V4."
    )]
    [InlineData(
        """{"consumer":{"name":"a"},"provider":{"name":"b"},"interactions":[]}""",
        "the pact has no interactions; record it again, or leave it out."
    )]
    public async Task Says_in_one_sentence_why_a_file_is_of_no_use(string? text, string sentence)
    {
        var file = text is null ? Path.Combine(_folder.Path, "none.json") : _folder.Write("pact.json", text);

        var problem = await Assert.ThrowsAsync<UnusableInputException>(() =>
            PactVerifier.VerifyAsync(Golden(new Uri("http://127.0.0.1:9")) with { Files = [file] }, Token)
        );

        Assert.EndsWith(sentence, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith(file, problem.Location, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Spares_phone_numbers_where_they_are_not_allowed()
    {
        await using var provider = await ReferenceProvider.StartAsync(new ProviderOptions(), Token);

        var result = await PactVerifier.VerifyAsync(
            Golden(provider.BaseUrl) with
            {
                Replay = new ReplayOptions { BaseUrl = provider.BaseUrl, IsRemote = true },
            },
            Token
        );

        Assert.Equal(VerifyOutcome.Passed, result.Outcome);
        Assert.Equal(46, result.Interactions.Count);
        Assert.Equal(5, result.Interactions.Count(i => i.Skipped is not null));
        Assert.All(result.Interactions, i => Assert.Contains(i.File, GoldenPact.Files));
    }

    [Fact]
    public async Task Refuses_before_anything_is_sent_where_more_would_be_created_than_may()
    {
        await using var provider = RawServer.Answering(RawServer.Json(200, "{}"));
        var request = Golden(provider.Url) with
        {
            Replay = new ReplayOptions { BaseUrl = provider.Url, MaxCreated = 3 },
            ProviderStatesUrl = null,
        };

        var problem = await Assert.ThrowsAsync<UnusableInputException>(() => PactVerifier.VerifyAsync(request, Token));

        Assert.Matches(
            @"^--max-accepted-calls: (\d+) of the interactions create something, and no more than 3 may be created; "
                + @"give \1 to have them all sent\.$",
            problem.Message
        );
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task Ends_its_process_when_cancelled()
    {
        var asked = new TaskCompletionSource();
        var hungUp = new TaskCompletionSource();
        await using var silent = RawServer.Doing(
            async (stream, stop) =>
            {
                asked.TrySetResult();
                var more = await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, stop);
                hungUp.TrySetResult();
                Assert.Equal(0, more);
            }
        );
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var verifying = PactVerifier.VerifyAsync(Golden(silent.Url) with { ProviderStatesUrl = null }, cancel.Token);
        await asked.Task.WaitAsync(Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => verifying);
        await hungUp.Task.WaitAsync(Token);
    }

    private static VerifyRequest Golden(Uri baseUrl) =>
        new()
        {
            BaseUrl = baseUrl,
            Files = GoldenPact.Files,
            ApiKey = ProviderOptions.DemoApiKey,
            ProviderStatesUrl = new Uri(baseUrl, "/_pact/provider-states"),
        };
}
