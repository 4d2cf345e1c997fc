using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Consumers;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Consumers;

public sealed class ContractProviderTests : IDisposable
{
    private static readonly string[] Places = ["body"];

    private static readonly object User = new
    {
        userLabel = "a label",
        dateOfBirth = "1970-02-03",
        birthSex = "FEMALE",
    };

    private static readonly object Refusal = new
    {
        detail = new[]
        {
            new
            {
                loc = Places,
                msg = "no",
                type = "no",
            },
        },
    };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ContractProviderOptions Options => new() { Consumer = "web shop", Out = _folder.Path };

    private string PactFile => Path.Combine(_folder.Path, "pacts", "web-shop-thymia-voice-agent.json");

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Answers_as_the_contract_says_and_leaves_the_pact_of_what_was_used()
    {
        await using (var provider = await ContractProvider.StartAsync(Options, Token))
        {
            var answer = await SendAsync(
                provider,
                new
                {
                    user = User,
                    language = "es-ES",
                    agent = new { any = 1 },
                }
            );
            Assert.Equal("a label", answer.Body["user"]!["userLabel"]!.GetValue<string>());
            await SendAsync(
                provider,
                new
                {
                    user = User,
                    language = "en",
                    agent = new { },
                    deleteData = true,
                }
            );
            await SendAsync(
                provider,
                new
                {
                    user = User,
                    language = "ja-JP",
                    agent = new { },
                }
            );
        }

        var pact = JsonNode.Parse(await File.ReadAllTextAsync(PactFile, Token))!;
        Assert.Equal(
            ["a call with deleteData", "a call with its required properties alone"],
            pact["interactions"]!.AsArray().Select(i => i!["description"]!.GetValue<string>())
        );
        Assert.Equal("consumer", pact["metadata"]!["thymia-conformance"]!["derivedFrom"]!.GetValue<string>());
        Assert.DoesNotContain("1970-02-03", pact.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ContractProvider.ApiKey, pact.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_pact_that_providers_honour()
    {
        await using (var provider = await ContractProvider.StartAsync(Options, Token))
        {
            provider.Expect("a call with an unknown language", HttpMethod.Post, "/v1/calls").IsRefused();
            await SendAsync(
                provider,
                new
                {
                    user = User,
                    language = "xx",
                    agent = new { },
                }
            );
            await SendAsync(
                provider,
                new
                {
                    user = User,
                    language = "en",
                    agent = new { },
                    phoneNumber = "+447700900003",
                }
            );
        }

        await using var other = await ReferenceProvider.StartAsync(
            new ProviderOptions { Mode = ProviderMode.PydanticV1 },
            Token
        );
        var result = await PactVerifier.VerifyAsync(
            new VerifyRequest
            {
                BaseUrl = other.BaseUrl,
                Files = [PactFile],
                ApiKey = ProviderOptions.DemoApiKey,
            },
            Token
        );

        Assert.Equal(2, result.Interactions.Count);
        Assert.All(result.Interactions, i => Assert.True(i.Passed, i.Sentence));
    }

    [Theory]
    [InlineData(
        """{"language":"xx","agent":{},"user":USER}""",
        "POST /v1/calls, request body at /language: found \"xx\", expected "
    )]
    [InlineData(
        """{"language":"en","user":USER}""",
        "POST /v1/calls, request body at /agent: found nothing, expected "
    )]
    public async Task Fails_with_a_sentence_for_each_break_and_writes_nothing(string body, string sentence)
    {
        var provider = await ContractProvider.StartAsync(Options, Token);
        var user = """{"userLabel":"a","dateOfBirth":"1970-02-03","birthSex":"MALE"}""";
        await SendAsync(provider, JsonNode.Parse(body.Replace("USER", user, StringComparison.Ordinal))!);

        var problem = await Assert.ThrowsAsync<ContractMismatchException>(() => provider.DisposeAsync().AsTask());

        Assert.StartsWith(sentence, problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(PactFile));
    }

    [Fact]
    public async Task Fails_for_an_expectation_that_nobody_used_and_an_operation_that_does_not_exist()
    {
        var provider = await ContractProvider.StartAsync(Options, Token);
        provider.Expect("a call in Japanese", HttpMethod.Post, "/v1/calls").WithBody(new { language = "ja-JP" });
        await SendAsync(
            provider,
            new
            {
                user = User,
                language = "en",
                agent = new { },
            }
        );
        using var answer = await _http.GetAsync(new Uri(provider.BaseUrl, "/v2/calls"), Token);

        var problem = await Assert.ThrowsAsync<ContractMismatchException>(() => provider.DisposeAsync().AsTask());

        Assert.Equal(
            [
                "POST /v1/calls is not the expected 'a call in Japanese': at /language found \"en\", expected "
                    + "\"ja-JP\".",
                "GET /v2/calls: the contract has no such operation.",
                "Expected and never sent: a call in Japanese.",
            ],
            problem.Sentences
        );
        Assert.False(File.Exists(PactFile));
    }

    [Fact]
    public async Task Fails_where_the_key_is_missing()
    {
        var provider = await ContractProvider.StartAsync(Options, Token);
        await SendAsync(
            provider,
            new
            {
                user = User,
                language = "en",
                agent = new { },
            },
            key: null
        );

        var problem = await Assert.ThrowsAsync<ContractMismatchException>(() => provider.DisposeAsync().AsTask());

        Assert.Equal("POST /v1/calls, request header x-api-key: found none, expected the API key.", problem.Message);
    }

    [Fact]
    public async Task Gives_an_expected_call_the_answer_of_the_test_with_its_state_in_the_pact()
    {
        await using (var provider = await ContractProvider.StartAsync(Options, Token))
        {
            provider
                .Expect("a call that fails validation", HttpMethod.Post, "/v1/calls")
                .Given("a strict provider", ("level", "high"))
                .Answers(422, Refusal);

            var answer = await SendAsync(
                provider,
                new
                {
                    user = User,
                    language = "en",
                    agent = new { },
                }
            );

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("no", answer.Body["detail"]![0]!["msg"]!.GetValue<string>());
        }

        var interaction = JsonNode.Parse(await File.ReadAllTextAsync(PactFile, Token))!["interactions"]![0]!;
        Assert.Equal("a call that fails validation", interaction["description"]!.GetValue<string>());
        Assert.Equal("a strict provider", interaction["providerStates"]![1]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Takes_no_answer_that_the_contract_does_not_document()
    {
        await using var provider = await ContractProvider.StartAsync(Options, Token);
        var expected = provider.Expect("a call", HttpMethod.Post, "/v1/calls");

        var status = Assert.Throws<ArgumentException>(() => expected.Answers(503));
        var body = Assert.Throws<ArgumentException>(() => expected.Answers(200, new { id = "x" }));

        Assert.StartsWith(
            "The contract documents no status 503 for POST /v1/calls.",
            status.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The contract documents no such answer of POST /v1/calls: ",
            body.Message,
            StringComparison.Ordinal
        );
        await SendAsync(
            provider,
            new
            {
                user = User,
                language = "en",
                agent = new { },
            }
        );
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        ContractProvider provider,
        object body,
        string? key = "demo"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(provider.BaseUrl, "/v1/calls"));
        request.Content = JsonContent.Create(body);
        if (key is not null)
        {
            request.Headers.Add("x-api-key", ContractProvider.ApiKey);
        }

        using var answer = await _http.SendAsync(request, Token);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!);
    }
}
