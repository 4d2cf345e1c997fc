using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Replay;

public sealed class TokenSourceTests
{
    private const string Login = "client-4711:secret-of-a-test";

    private static readonly Credential OAuth = new("Authorization", false, "")
    {
        Scheme = "oauth",
        Form = CredentialForm.Bearer,
    };

    private readonly Clock _time = new();
    private readonly FetchedSecrets _fetched = new();

    [Fact]
    public async Task A_token_is_fetched_with_id_and_secret_in_a_header_and_sent_as_bearer()
    {
        await using var server = Tokens();
        await using var api = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var replayer = new Replayer(
            RawServer.Patient(api.Url) with
            {
                Tokens = Source(server, scope: "calls:read calls:write"),
                Secrets = new Dictionary<string, string> { ["oauth"] = "" },
            },
            _time
        );
        var request = new CaseRequest
        {
            Method = "GET",
            Target = "/a",
            KeyHeader = "Authorization",
            Credentials = [OAuth],
        };
        await replayer.SendAsync(request, TestContext.Current.CancellationToken);
        await replayer.SendAsync(request, TestContext.Current.CancellationToken);

        var asked = Assert.Single(server.Requests);
        Assert.StartsWith("POST /token ", asked, StringComparison.Ordinal);
        Assert.Contains(
            $"Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(Login))}\r\n",
            asked,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "grant_type=client_credentials&scope=calls%3Aread+calls%3Awrite",
            asked,
            StringComparison.Ordinal
        );
        Assert.All(api.Requests, r =>
            Assert.Contains("Authorization: Bearer token-number-1\r\n", r, StringComparison.Ordinal)
        );
        Assert.Equal(2, api.Requests.Count);
        Assert.Equal(["token-number-1"], _fetched.All);
    }

    [Theory]
    [InlineData("100", 69, 71)]
    [InlineData("\"100\"", 69, 71)]
    [InlineData("20", 9, 11)]
    public async Task A_token_is_renewed_before_it_ends(string expires, int fresh, int stale)
    {
        await using var server = Tokens(expires);
        var source = Source(server);
        await source.DemandAsync(_time, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(fresh));
        Assert.Null(await source.ObstacleAsync([OAuth], _time, TestContext.Current.CancellationToken));
        Assert.Equal("token-number-1", source.Current("oauth"));
        _time.Advance(TimeSpan.FromSeconds(stale - fresh));
        Assert.Null(await source.ObstacleAsync([OAuth], _time, TestContext.Current.CancellationToken));
        Assert.Equal("token-number-2", source.Current("oauth"));
        Assert.Equal(["token-number-1", "token-number-2"], _fetched.All);
    }

    [Fact]
    public async Task Many_requests_at_once_share_a_token()
    {
        await using var server = Tokens();
        var source = Source(server);
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => source.ObstacleAsync([OAuth], _time, TestContext.Current.CancellationToken).AsTask())
        );
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client"}""", "it is answered with status 401 (invalid_client)")]
    [InlineData(401, $$"""{"error":"{{Login}}"}""", "it is answered with status 401")]
    [InlineData(302, "", "it is answered with status 302")]
    [InlineData(200, "nothing", "the answer is no JSON")]
    [InlineData(200, """{"token":"a"}""", "the answer holds no 'access_token'")]
    [InlineData(200, """{"access_token":"a b"}""", "the token is no visible ASCII")]
    [InlineData(
        200,
        """{"access_token":"a","token_type":"mac"}""",
        "the token is of type 'mac', and only bearer tokens are sent"
    )]
    public async Task Where_there_is_no_token_one_sentence_says_why(int status, string body, string why)
    {
        await using var server = RawServer.Answering(RawServer.Json(status, body));
        var source = Source(server);

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() =>
            source.DemandAsync(_time, TestContext.Current.CancellationToken)
        );

        Assert.Equal($"no token for 'oauth': {why}", refused.Problem);
        Assert.Contains("THYMIA_CLIENTS__OAUTH", refused.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-a-test", refused.Message, StringComparison.Ordinal);

        await using var api = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var replayer = new Replayer(RawServer.Patient(api.Url) with { Tokens = source }, _time);
        var exchange = await replayer.SendAsync(
            new CaseRequest
            {
                Method = "GET",
                Target = "/a",
                Credentials = [OAuth],
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(refused.Problem, exchange.Failure);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public void What_is_found_of_secrets_grows_with_them()
    {
        var secrets = Secrets.OfKeys(null, new KnownSecrets([Login], _fetched), "[key]");
        Assert.Equal("a token-number-1", SecretText.Masked("a token-number-1", secrets));
        _fetched.Add("token-number-1");
        Assert.Equal("a [key]", SecretText.Masked("a token-number-1", secrets));
        Assert.Equal("a [key]", SecretText.Masked("a secret-of-a-test", secrets));
    }

    private TokenSource Source(RawServer server, string scope = "") =>
        new([new TokenClient("oauth", new Uri(server.Url, "/token"), Login) { Scope = scope }], _fetched)
        {
            TimeOut = TimeSpan.FromMinutes(10),
        };

    private static RawServer Tokens(string expires = "3600")
    {
        var count = 0;
        return RawServer.Doing(
            async (stream, stop) =>
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes(
                        RawServer.Json(
                            200,
                            $"{{\"access_token\":\"token-number-{Interlocked.Increment(ref count)}\","
                                + $"\"token_type\":\"Bearer\",\"expires_in\":{expires}}}"
                        )
                    ),
                    stop
                )
        );
    }

    /// <summary>Its time of day is that of a test; all else takes its course.</summary>
    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan by) => _now += by;
    }
}
