using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>Pacts show and send each secret where and how its security scheme has it.</summary>
public sealed class PactCredentialsTests
{
    [Theory]
    [InlineData("{type: http, scheme: bearer}", "Authorization", "Bearer an-active-api-key", "Bearer .+")]
    [InlineData("{type: http, scheme: basic}", "Authorization", "Basic YW4tYWN0aXZlLXVzZXI6cGFzc3dvcmQ=", "Basic .+")]
    [InlineData("{type: apiKey, in: header, name: X-Key}", "X-Key", "an-active-api-key", ".+")]
    [InlineData("{type: apiKey, in: cookie, name: sid}", "Cookie", "sid=an-active-api-key", "sid=.+")]
    public void A_pact_shows_a_secret_in_the_form_of_its_scheme(
        string scheme,
        string header,
        string example,
        string pattern
    )
    {
        var shown = Assert.Single(RecordedCredentials.Headers(Request(scheme)));
        Assert.Equal(header, shown.Key);
        Assert.Equal((example, pattern), ($"{shown.Value["value"]}", $"{shown.Value["regex"]}"));
        Assert.Empty(RecordedCredentials.Query(Request(scheme)));
        Assert.Empty(RecordedCredentials.Headers(Request(scheme) with { Key = KeyUse.Absent }));
    }

    [Fact]
    public void A_pact_shows_a_key_of_the_query_in_the_query()
    {
        var request = Request("{type: apiKey, in: query, name: key}");
        Assert.Equal(
            "key=an-active-api-key",
            Assert.Single(RecordedCredentials.Query(request)) is var q ? $"{q.Key}={q.Value}" : ""
        );
        Assert.Empty(RecordedCredentials.Headers(request));
    }

    [Fact]
    public void A_relayed_request_loses_what_the_pact_shows_in_each_place()
    {
        var relayed = new CaseRequest
        {
            Method = "GET",
            Target = "/a?key=shown&q=1",
            Headers =
            [
                new("authorization", "Bearer shown"),
                new("Cookie", "sid=shown; theme=dark"),
                new("X-Other", "1"),
            ],
        };
        IReadOnlyList<Credential> credentials =
        [
            new("key", false, "") { In = "query" },
            new("sid", false, "") { In = "cookie" },
            new("Authorization", false, "") { Form = CredentialForm.Bearer },
        ];
        var replaced = RelayedSecrets.Replace(relayed, credentials);
        Assert.Equal("/a?q=1", replaced.Target);
        Assert.Equal(["Cookie: theme=dark", "X-Other: 1"], replaced.Headers.Select(h => $"{h.Key}: {h.Value}"));
        Assert.Equal(credentials, replaced.Credentials);
    }

    [Fact]
    public void Each_operation_gets_its_own_secrets_and_only_those_that_are_configured()
    {
        var operation = Read("{type: http, scheme: bearer}").Operations[0];
        var request = new VerifyRequest
        {
            BaseUrl = new Uri("http://localhost"),
            Files = [],
            KeyHeader = "Authorization",
            Operations = [operation],
            ApiKey = "k",
        };
        Assert.Equal(CredentialForm.Bearer, Assert.Single(request.CredentialsFor(operation)).Form);
        Assert.Equal(CredentialForm.Bearer, Assert.Single(request.CredentialsFor(null)).Form);
        Assert.Empty(
            (
                request with
                {
                    Replay = new ReplayOptions
                    {
                        BaseUrl = request.BaseUrl,
                        Secrets = new Dictionary<string, string> { ["other"] = "x" },
                    },
                }
            ).CredentialsFor(operation)
        );
    }

    private static CaseRequest Request(string scheme) =>
        new()
        {
            Method = "GET",
            Target = "/a",
            Credentials = Read(scheme).Operations[0].Credentials,
        };

    private static ApiDescription Read(string scheme) =>
        Described.Read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            security: [{s: []}]
            paths: {/a: {get: {responses: {'200': {description: ok}}}}}
            components: {securitySchemes: {s: SCHEME}}
            """.Replace("SCHEME", scheme, StringComparison.Ordinal)
        );
}
