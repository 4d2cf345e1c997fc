using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Stubbing;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>
/// The contract that a consumer would sign, as <c>record</c> makes it, and the stub that answers by it.
/// </summary>
public sealed class ConsumerContractTests : IDisposable
{
    private static readonly string[] Languages =
    [
        "en",
        "en-AU",
        "en-GB",
        "en-IE",
        "en-IN",
        "en-US",
        "en-ZA",
        "es-ES",
        "es-US",
        "id-ID",
        "ja-JP",
    ];

    private static readonly string[] Sexes = ["MALE", "FEMALE", "INTERSEX", "UNKNOWN"];

    private static readonly string[] Agents = ["{}", """{"a":[1,{"b":null}]}""", """{"id":1}"""];

    private static readonly (string Name, string Value)[] Optional =
    [
        ("phoneNumber", "\"+447700900001\""),
        ("webhookUrl", "\"https://hooks.example.com/a?b=c\""),
        ("metadata", """{"ward":{"bed":7}}"""),
        ("deleteData", "false"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task Holds_what_a_consumer_would_sign()
    {
        await RecordAsync(ProviderMode.Strict, _folder.Path);

        var descriptions = Interactions(_folder.Path).Select(i => i["description"]!.GetValue<string>());

        Assert.Equal(
            [
                "a call as documented",
                "a call whose language is not a member of its enum",
                "a call with every optional property",
                "a call with every optional property but phoneNumber",
                "a call without agent",
                "a call without header x-api-key",
            ],
            descriptions.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(ProviderMode.PydanticV1)]
    [InlineData(ProviderMode.PydanticV2)]
    public async Task Has_the_same_bytes_whatever_the_provider_is_made_of(ProviderMode mode)
    {
        await RecordAsync(ProviderMode.Strict, _folder.Path);
        using var other = new TemporaryFolder();

        await RecordAsync(mode, other.Path);

        var files = Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, files.Count);
        Assert.All(files, f =>
            Assert.Equal(File.ReadAllText(f), File.ReadAllText(Path.Combine(other.Path, Path.GetFileName(f))))
        );
    }

    [Fact]
    public async Task Says_in_its_metadata_that_it_comes_from_the_provider()
    {
        await RecordAsync(ProviderMode.Strict, _folder.Path);

        Assert.All(Directory.GetFiles(_folder.Path), f =>
            Assert.Equal(
                "provider",
                JsonNode.Parse(File.ReadAllText(f))!["metadata"]!["thymia-conformance"]![
                    "derivedFrom"
                ]!.GetValue<string>()
            )
        );
    }

    [Fact]
    public async Task Is_honoured_by_the_provider_it_was_recorded_of()
    {
        await RecordAsync(ProviderMode.PydanticV1, _folder.Path);
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Mode = ProviderMode.PydanticV2 },
            Token
        );

        var result = await PactVerifier.VerifyAsync(
            new VerifyRequest
            {
                BaseUrl = provider.BaseUrl,
                Files = Directory.GetFiles(_folder.Path),
                ApiKey = ProviderOptions.DemoApiKey,
            },
            Token
        );

        Assert.Equal(6, result.Interactions.Count);
        Assert.All(result.Interactions, i => Assert.True(i.Passed, i.Sentence));
    }

    [Fact]
    public async Task A_stub_answers_every_valid_request_of_the_kind()
    {
        await using var stub = await StubAsync();
        var bodies = Languages
            .SelectMany(language => Sexes.Select(sex => Body(language, sex)))
            .Concat(Enumerable.Range(0, 1 << Optional.Length).Select(mix => Body("en", "MALE", extra: Mix(mix))))
            .Concat(Agents.Select(agent => Body("en", "MALE", agent)))
            .ToList();
        Assert.Equal(44 + 16 + 3, bodies.Count);

        foreach (var body in bodies)
        {
            var (status, text) = await CallAsync(stub.BaseUrl, body);

            Assert.True(status == HttpStatusCode.OK, $"{body}: {text}");
            var answer = JsonNode.Parse(text)!;
            Assert.True(Guid.TryParse(answer["id"]!.GetValue<string>(), out _));
            var hasNumber = body.Contains("phoneNumber", StringComparison.Ordinal);
            Assert.Equal(hasNumber, answer["activityLink"] is null);
        }
    }

    [Theory]
    [InlineData("""{"language":"en","agent":{}}""", "$.user")]
    [InlineData(
        """{"user":{"userLabel":"a","dateOfBirth":"1990-01-01"},"language":"en","agent":{}}""",
        "$.user.birthSex"
    )]
    [InlineData("""{"user":USER,"agent":{},"webhookUrl":"https://example.com"}""", "$.language")]
    [InlineData("""{"user":USER,"language":"en-gb","agent":{}}""", "$.language")]
    [InlineData("""{"user":USER,"language":"en","agent":[]}""", "$.agent")]
    [InlineData("""{"user":USER,"language":"en","agent":{},"deleteData":"true"}""", "$.deleteData")]
    [InlineData("""{"user":USER,"language":"en","agent":{},"webhookUrl":"no url"}""", "$.webhookUrl")]
    [InlineData("""{"user":USER,"language":"en","agent":{},"phonenumber":"1"}""", "phonenumber")]
    public async Task A_stub_refuses_what_is_invalid_and_says_where(string body, string place)
    {
        await using var stub = await StubAsync();
        var user = """{"userLabel":"a","dateOfBirth":"1990-01-01","birthSex":"MALE"}""";

        var (status, text) = await CallAsync(stub.BaseUrl, body.Replace("USER", user, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(JsonNode.Parse(text)!["nearest"]!["mismatches"]!.AsArray(), m =>
            m!.GetValue<string>().Contains(place, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"user":USER,"language":"not-a-member","agent":{"any":1}}""", "language", "k")]
    [InlineData("""{"user":USER,"language":"ja-JP"}""", "agent", "k")]
    [InlineData("""{"user":USER,"language":"ja-JP","agent":{}}""", "x-api-key", null)]
    public async Task A_stub_answers_what_is_recorded_as_refused(string body, string place, string? key)
    {
        await using var stub = await StubAsync();
        var user = """{"userLabel":"a","dateOfBirth":"1990-01-01","birthSex":"FEMALE"}""";

        var (status, text) = await CallAsync(stub.BaseUrl, body.Replace("USER", user, StringComparison.Ordinal), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(place, JsonNode.Parse(text)!["detail"]![0]!["loc"]![1]!.GetValue<string>());
    }

    private static async Task RecordAsync(ProviderMode mode, string folder)
    {
        var recorder = new PactRecorder(
            RecordedRun.Schemas,
            o => DocumentedExamples.For(o, RecordedRun.Schemas),
            size: ContractSize.Consumer
        );
        foreach (var judged in await RecordedRun.JudgedAsync(1, 8, mode, Token))
        {
            recorder.Add(judged);
        }

        await recorder.WriteAsync(folder, RecordedRun.Names, Token);
    }

    private async Task<PactStub> StubAsync()
    {
        await RecordAsync(ProviderMode.Strict, _folder.Path);
        return await PactStub.StartAsync(new StubOptions { Pacts = PactFiles.Find([_folder.Path]) }, Token);
    }

    private static IEnumerable<JsonNode> Interactions(string folder) =>
        Directory
            .GetFiles(folder)
            .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!["interactions"]!.AsArray().OfType<JsonNode>());

    private static string Body(string language, string sex, string agent = "{}", string extra = "") =>
        $$"""
            {"user":{"userLabel":"a label","dateOfBirth":"2001-02-28","birthSex":"{{sex}}"},
             "language":"{{language}}","agent":{{agent}}{{extra}}}
            """;

    private static string Mix(int bits) =>
        string.Concat(Optional.Where((_, i) => (bits & (1 << i)) != 0).Select(o => $",\"{o.Name}\":{o.Value}"));

    private async Task<(HttpStatusCode Status, string Text)> CallAsync(Uri place, string body, string? key = "any")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(place, "v1/calls"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        using var answer = await _http.SendAsync(request, Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}
