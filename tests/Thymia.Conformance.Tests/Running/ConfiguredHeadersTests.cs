using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Running;

public sealed class ConfiguredHeadersTests
{
    private const string Value = "tenant-of-a-test-4711";

    private static readonly ApiDescription Api = Described.Read(
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        security: [{key: []}]
        paths:
          /a:
            get:
              parameters:
                - {name: X_Tenant.id, in: header, required: true, schema: {type: integer}}
                - {name: X-Twice, in: header, schema: {}}
                - {name: X_Twice, in: header, schema: {}}
                - {name: other, in: header, schema: {}}
              responses: {'200': {description: ok}}
        components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Api-Key}}}
        """
    );

    [Theory]
    [InlineData("X_TENANT_ID", "X_Tenant.id")]
    [InlineData("X_REQUEST_ID", "X-REQUEST-ID")]
    public void A_header_is_spelt_as_declared_else_with_dashes(string spelt, string name) =>
        Assert.Equal(name, Assert.Single(ConfiguredHeaders.Of(Api, Given(spelt))).Key);

    [Theory]
    [InlineData("X_TWICE", "it may be for X-Twice or X_Twice")]
    [InlineData("X_API_KEY", "the security scheme 'key' sends that header")]
    [InlineData("HOST", "each request has its own header HOST")]
    [InlineData("CONTENT_TYPE", "each request has its own header CONTENT-TYPE")]
    [InlineData("PROXY_AUTHORIZATION", "each request has its own header PROXY-AUTHORIZATION")]
    public void A_header_that_is_sent_otherwise_is_refused(string spelt, string why)
    {
        var refused = Assert.Throws<UnusableInputException>(() => ConfiguredHeaders.Of(Api, Given(spelt)));
        Assert.Equal((why, HeaderVariables.Prefix + spelt), (refused.Problem, refused.Location));
        Assert.DoesNotContain(Value, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_header_is_sent_as_configured_and_not_tested()
    {
        var operation = Assert.Single(ConfiguredHeaders.AppliedTo(Api, Given("X_TENANT_ID")).Operations);
        Assert.Equal(["X-Twice", "X_Twice", "other"], operation.Parameters.Select(p => p.Name));
        Assert.Equal(["X_Tenant.id"], operation.FurtherHeaders);
        Assert.Equal(
            "the header X_Tenant.id of 1 operation is sent as THYMIA_HEADERS__X_TENANT_ID says, and not tested",
            Assert.Single(ConfiguredHeaders.Notes(Api, Given("X_TENANT_ID")))
        );
    }

    [Fact]
    public async Task It_replaces_the_request_s_own()
    {
        await using var server = RawServer.Answering(RawServer.Json(200, "{}"));
        await using var replayer = new Replayer(
            RawServer.Patient(server.Url) with
            {
                Headers = [new("X-Tenant", Value)],
            }
        );
        await replayer.SendAsync(
            new CaseRequest
            {
                Method = "GET",
                Target = "/a",
                Headers = [new("x-tenant", "7")],
            },
            TestContext.Current.CancellationToken
        );

        Assert.Contains($"X-Tenant: {Value}\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("x-tenant: 7", server.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyUse.Absent)]
    [InlineData(KeyUse.Configured)]
    public void Finds_it_in_an_answer_whatever_key_went_along(KeyUse use)
    {
        var sent = Sample.Valid with { Request = Sample.Valid.Request with { Key = use } };
        var verdict = new Judge(Sample.Schemas, new JudgeOptions { Secrets = [Value], Headers = [Value] }).Decide(
            sent,
            Sample.Answered(sent, 422, $"\"{Value}\"")
        );

        Assert.Contains(Assert.IsType<Verdict.Failed>(verdict).Findings, f =>
            f is { Check: "key-not-echoed", Found: "a secret header that was sent" }
        );
    }

    [Fact]
    public void Variables_that_fall_together_are_refused_and_user_secrets_overruled()
    {
        Assert.Contains(
            "two variables are for the same header",
            Assert
                .Throws<UnusableInputException>(() =>
                    HeaderVariables.Secrets.Read([
                        KeyValuePair.Create("THYMIA_HEADERS__x-a", "1"),
                        KeyValuePair.Create("THYMIA_HEADERS__X_A", "2"),
                    ])
                )
                .Problem,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "2",
            HeaderVariables.Secrets.Read(
                [KeyValuePair.Create("THYMIA_HEADERS__X_A", "2")],
                [KeyValuePair.Create("x-a", "1")]
            )["X_A"]
        );
        Assert.Throws<UnusableInputException>(() =>
            HeaderVariables.Secrets.Read([KeyValuePair.Create("THYMIA_HEADERS__X", "a\nb")])
        );
        Assert.Throws<UnusableInputException>(() =>
            HeaderVariables.Secrets.Read([KeyValuePair.Create("THYMIA_HEADERS__", "a")])
        );
    }

    [Theory]
    [InlineData("THYMIA_HEADER__X_A", "THYMIA_HEADERS__")]
    [InlineData("THYMIA_HEADERS_X_A", "THYMIA_HEADERS__")]
    [InlineData("THYMIA_CREDENTIAL__KEY", "THYMIA_CREDENTIALS__")]
    public void A_misspelt_variable_is_refused(string variable, string meant)
    {
        var refused = Assert.Throws<UnusableInputException>(() => Options(variable));
        Assert.Equal(variable, refused.Location);
        Assert.Contains(meant, refused.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_a_secret_of_the_configuration_and_none_of_a_file()
    {
        var options = Options("THYMIA_HEADERS__X_A");
        Assert.Equal([Value], options.FurtherSecrets);
        Assert.DoesNotContain(Value, System.Text.Json.JsonSerializer.Serialize(options), StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        var file = folder.Write("appsettings.json", """{"Thymia": {"Headers": {"X-A": "b"}}}""");
        var refused = Assert.Throws<UnusableInputException>(() =>
            new SettingsFile(file, SettingsFileKind.Shared).Demand()
        );
        Assert.Equal(("secret-in-file", "appsettings.json:1"), (refused.Code, refused.Location));
        folder.Write("appsettings.json", """{"Headers": {"X-A": "b"}}""");
        new SettingsFile(file, SettingsFileKind.Shared).Demand();
        new SettingsFile(file, SettingsFileKind.Secret).Demand();
    }

    private static Dictionary<string, string> Given(string spelt) => new() { [spelt] = Value };

    private static ConformanceOptions Options(string variable)
    {
        using var folder = new TemporaryFolder();
        return OptionsReader.Read(
            new ConfigurationInput
            {
                Folder = folder.Path,
                Environment = new Dictionary<string, string> { [variable] = Value },
                UserSecrets = false,
                Sends = false,
            }
        );
    }
}
