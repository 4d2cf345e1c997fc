using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Running;

public sealed class TokenClientsTests
{
    private const string Secret = "secret-of-a-test-4711";

    private const string Head =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get: {security: [{oauth: [read, all]}], "
        + "responses: {'200': {description: ok}}}\n  /b:\n    get: {security: [{oauth: [write, all]}], responses: "
        + "{'200': {description: ok}}}\ncomponents:\n  securitySchemes:\n    oauth: ";

    [Theory]
    [InlineData("/token", null, "https://api.example/token")]
    [InlineData("https://api.example/token?v=1", null, "https://api.example/token?v=1")]
    [InlineData("https://login.example/token", "https://login.example/token", "https://login.example/token")]
    [InlineData("/token", "https://other.example/t", "https://other.example/t")]
    public void A_secret_goes_to_the_configured_url_or_to_the_origin_of_the_provider(
        string documented,
        string? configured,
        string expected
    )
    {
        var client = Assert.Single(
            TokenClients.Of(
                Described.Read(Head + Flow(documented)),
                Options(configured),
                new Uri("https://api.example/v1")
            )
        );
        Assert.Equal(
            ("oauth", expected, $"id:{Secret}", "all read write"),
            (client.Scheme, client.TokenUrl.ToString(), client.Login, client.Scope)
        );
        Assert.DoesNotContain(Secret, client.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://login.example/token', scopes: {}}}}",
        "which is not of the origin of the provider",
        "set THYMIA_TOKENURL=https://login.example/token"
    )]
    [InlineData(
        "{type: oauth2, flows: {clientCredentials: {tokenUrl: 'http://api.example/token', scopes: {}}}}",
        "which is not of the origin of the provider",
        "set THYMIA_TOKENURL=http://api.example/token"
    )]
    [InlineData(
        "{type: openIdConnect, openIdConnectUrl: 'https://api.example/.well-known/openid-configuration'}",
        "names no token URL",
        "set THYMIA_TOKENURL"
    )]
    [InlineData("{type: http, scheme: basic}", "takes no token", "set THYMIA_CREDENTIALS__OAUTH")]
    public void Any_other_place_is_refused_with_its_line_and_the_line_to_configure(
        string scheme,
        string why,
        string hint
    )
    {
        var refused = Assert.Throws<UnusableInputException>(() =>
            TokenClients.Of(Described.Read(Head + scheme), Options(null), new Uri("https://api.example/v1"))
        );
        Assert.Contains(why, refused.Problem, StringComparison.Ordinal);
        Assert.Contains(hint, refused.Hint, StringComparison.Ordinal);
        Assert.EndsWith(
            why.Contains("takes", StringComparison.Ordinal) ? "__OAUTH" : ":10",
            refused.Location,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_and_a_client_for_one_scheme_are_refused()
    {
        var both = Options(null) with { Credentials = new Dictionary<string, string> { ["OAUTH"] = "t" } };
        Assert.Contains(
            "has a token of its own as well",
            Assert
                .Throws<UnusableInputException>(() =>
                    TokenClients.Of(Described.Read(Head + Flow("/t")), both, new Uri("https://api.example"))
                )
                .Problem,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("http://login.example/token", false)]
    [InlineData("http://127.0.0.1:9/token", true)]
    [InlineData("https://login.example/token?a=b", true)]
    [InlineData("https://u:p@login.example/token", false)]
    public void A_token_url_is_encrypted_or_of_this_machine(string url, bool allowed) =>
        Assert.Equal(allowed, SettingCatalogue.TokenUrl.Set(new ConformanceOptions(), url) is not null);

    [Theory]
    [InlineData("id")]
    [InlineData(":secret")]
    [InlineData("id:")]
    public void A_client_has_id_and_secret(string value) =>
        Assert.Throws<UnusableInputException>(() =>
            ClientVariables.Secrets.Read([KeyValuePair.Create("THYMIA_CLIENTS__OAUTH", value)])
        );

    [Fact]
    public async Task Neither_token_nor_secret_reaches_a_file_or_the_screen()
    {
        const string token = "token-of-a-test-0815-fetched";
        await using var tokens = RawServer.Answering(
            RawServer.Json(200, $$"""{"access_token":"{{token}}","token_type":"bearer","expires_in":3600}""")
        );
        await using var api = RawServer.Answering(RawServer.Json(200, $"[\"{token}\", \"{Secret}\"]"));
        using var line = new CommandLine();
        line.Environment["THYMIA_CLIENTS__oauth"] = $"id:{Secret}";
        var exit = await line.RunAsync(
            "run",
            "--description",
            line.Write("api.yaml", Head + Flow("https://login.example/token")),
            "--token-url",
            $"{tokens.Url}token",
            "--base-url",
            $"{api.Url}",
            "--no-pacts",
            "--reports",
            "html,junit,sarif,har,ctrf",
            "--verbose",
            "--out",
            line.Path("results")
        );

        Assert.Equal(1, exit);
        Assert.Contains("key-not-echoed", line.Out, StringComparison.Ordinal);
        Assert.Contains(api.Requests, r => r.Contains($"Bearer {token}", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Requests, r => r.Contains(Secret, StringComparison.Ordinal));
        Assert.Single(tokens.Requests);
        foreach (var text in Directory.EnumerateFiles(line.Path("results")).Select(File.ReadAllText).Append(line.Out))
        {
            Assert.DoesNotContain(token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_without_a_token_ends_before_it_sends_anything()
    {
        await using var tokens = RawServer.Answering(RawServer.Json(401, """{"error":"invalid_client"}"""));
        await using var api = RawServer.Answering(RawServer.Json(200, "[]"));
        using var line = new CommandLine();
        line.Environment["THYMIA_CLIENTS__OAUTH"] = $"id:{Secret}";
        var exit = await line.RunAsync(
            "run",
            "--description",
            line.Write("api.yaml", Head + Flow("/t")),
            "--token-url",
            $"{tokens.Url}token",
            "--base-url",
            $"{api.Url}",
            "--out",
            line.Path("results")
        );

        Assert.Equal(2, exit);
        Assert.Contains(
            "no token for 'oauth': it is answered with status 401 (invalid_client)",
            line.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(api.Requests);
    }

    private static string Flow(string tokenUrl) =>
        $"{{type: oauth2, flows: {{clientCredentials: {{tokenUrl: '{tokenUrl}', "
        + "scopes: {all: a, read: r, write: w}}}}";

    private static ConformanceOptions Options(string? tokenUrl) =>
        new()
        {
            Clients = new Dictionary<string, string> { ["OAUTH"] = $"id:{Secret}" },
            TokenUrl = tokenUrl is null ? null : new Uri(tokenUrl),
        };
}
