using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Running;

public sealed class ConfiguredSecretsTests
{
    private const string Two = "security: [{api-key: []}, {token: []}]";

    [Theory]
    [InlineData("api-key", "API_KEY")]
    [InlineData("ÄB.c9", "_B_C9")]
    public void A_scheme_is_spelt_in_capitals_letters_and_digits(string scheme, string spelt) =>
        Assert.Equal(spelt, CredentialVariables.Spelt(scheme));

    [Fact]
    public void Each_secret_belongs_to_the_scheme_of_its_variable()
    {
        var secrets = ConfiguredSecrets.Of(Read(Two), Given("API_KEY", "TOKEN"), null);
        Assert.Equal(["api-key=of API_KEY", "token=of TOKEN"], secrets.Select(s => $"{s.Key}={s.Value}").Order());
    }

    [Fact]
    public void The_key_is_that_of_the_only_scheme_or_the_only_header()
    {
        Assert.Equal("token", Assert.Single(ConfiguredSecrets.Of(Read("security: [{token: []}]"), Given(), "k")).Key);
        Assert.Equal("api-key", Assert.Single(ConfiguredSecrets.Of(Read(Two), Given(), "k")).Key);
    }

    [Fact]
    public void The_alternative_that_is_configured_whole_is_sent()
    {
        var operation = Read(Two).Operations[0];
        Assert.Equal("token", Assert.Single(ConfiguredSecrets.Choose(operation, Given("token"))).Scheme);
        Assert.Equal("api-key", Assert.Single(ConfiguredSecrets.Choose(operation, Given())).Scheme);
        Assert.Empty(ConfiguredSecrets.Choose(Read("security: [{token: []}, {}]").Operations[0], Given()));
    }

    [Fact]
    public void With_several_schemes_it_is_said_where_the_key_goes_and_which_variable_is_missing() =>
        Assert.Equal(
            [
                "THYMIA_APIKEY is sent for 'api-key' alone, the only key that goes into a header",
                "no secret is configured for 'token', which 1 operation would need: set THYMIA_CREDENTIALS__TOKEN",
            ],
            Notes("security: [{api-key: [], token: []}]", "k")
        );

    [Fact]
    public void A_key_that_may_be_for_any_of_several_schemes_is_not_sent()
    {
        const string alike = "security: [{token: []}, {login: []}]";
        Assert.Null(ConfiguredSecrets.KeyToSend(Read(alike), Given(), "k"));
        Assert.Equal("k", ConfiguredSecrets.KeyToSend(Read(Two), Given(), "k"));
        Assert.Equal("THYMIA_APIKEY is not sent, since the description has 2 security schemes", Notes(alike, "k")[0]);
        Assert.EndsWith("set THYMIA_CREDENTIALS__TOKEN", Notes(alike, "k")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_scheme_there_is_nothing_to_say_of_secrets() =>
        Assert.Empty(Notes("security: [{token: []}]", "k"));

    [Fact]
    public void A_secret_for_no_scheme_is_refused()
    {
        var thrown = Assert.Throws<UnusableInputException>(() => ConfiguredSecrets.Of(Read(Two), Given("TOKN"), null));
        Assert.Equal("THYMIA_CREDENTIALS__TOKN", thrown.Location);
        Assert.Contains("api-key, token", thrown.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_variables_for_one_scheme_are_refused() =>
        Assert.Throws<UnusableInputException>(() =>
            CredentialVariables.Secrets.Read([
                KeyValuePair.Create("THYMIA_CREDENTIALS__a-b", "1"),
                KeyValuePair.Create("THYMIA_CREDENTIALS__A_B", "2"),
            ])
        );

    [Fact]
    public void An_empty_variable_is_no_secret() =>
        Assert.Empty(CredentialVariables.Secrets.Read([KeyValuePair.Create("THYMIA_CREDENTIALS__a", " ")]));

    private static Dictionary<string, string> Given(params string[] names) =>
        names.ToDictionary(n => n, n => "of " + n);

    private static List<string> Notes(string security, string key)
    {
        var description = Read(security);
        var secrets = ConfiguredSecrets.Of(description, Given(), key);
        return [.. CredentialNotes.Of(description.Operations, secrets, new ConformanceOptions { ApiKey = key })];
    }

    private static ApiDescription Read(string security) =>
        Described.Read(
            $$$"""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            {{{security}}}
            paths: {/a: {get: {responses: {'200': {description: ok} } } } }
            components:
              securitySchemes:
                api-key: {type: apiKey, in: header, name: X-Key}
                token: {type: http, scheme: bearer}
                login: {type: http, scheme: basic}
            """
        );
}
