using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Configuration;

public sealed class RemoteHostTests
{
    private const string Key = "key-of-a-test-1234";

    [Fact]
    public void Demands_a_key_for_a_remote_host() =>
        Assert.Equal(
            "ApiKey: the provider at api.example.com needs a key, and none is configured; "
                + "set the environment variable THYMIA_APIKEY or the user secret ApiKey.",
            Assert.Throws<UnusableInputException>(() => Read(("THYMIA_BASEURL", "https://api.example.com"))).Message
        );

    [Fact]
    public void Takes_an_empty_key_as_none() =>
        Assert.Equal(
            "key-missing",
            Assert
                .Throws<UnusableInputException>(() =>
                    Read(("THYMIA_BASEURL", "https://api.example.com"), ("THYMIA_APIKEY", ""))
                )
                .Code
        );

    [Fact]
    public void Demands_encryption_for_a_remote_host() =>
        Assert.Equal(
            "BaseUrl: the key would travel unencrypted to api.example.com; use https, or --allow-http where the "
                + "network is trusted.",
            Assert
                .Throws<UnusableInputException>(() =>
                    Read(("THYMIA_BASEURL", "http://api.example.com"), ("THYMIA_APIKEY", Key))
                )
                .Message
        );

    [Fact]
    public void Goes_without_encryption_when_told_to() =>
        Assert.True(
            Read(
                ("THYMIA_BASEURL", "http://api.example.com"),
                ("THYMIA_APIKEY", Key),
                ("THYMIA_ALLOWHTTP", "true")
            ).AllowHttp
        );

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:8080/base")]
    public void Demands_neither_on_this_machine(string url) => Assert.True(Read(("THYMIA_BASEURL", url)).IsLocal);

    [Theory]
    [InlineData(" " + Key)]
    [InlineData(Key + "\n")]
    [InlineData(Key + "é")]
    public void Refuses_a_key_that_no_header_can_carry_without_showing_it(string key)
    {
        var error = Assert.Throws<UnusableInputException>(() => Read(("THYMIA_APIKEY", key)));

        Assert.Equal(
            "ApiKey: the value from the environment variable THYMIA_APIKEY is not allowed; "
                + "give the key alone, in printable ASCII without blanks.",
            error.Message
        );
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_no_key_in_its_text_or_as_json()
    {
        var options = Read(("THYMIA_APIKEY", Key));

        Assert.Equal(Key, options.ApiKey);
        Assert.DoesNotContain(Key, options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, System.Text.Json.JsonSerializer.Serialize(options), StringComparison.Ordinal);
    }

    private static ConformanceOptions Read(params (string Name, string Value)[] environment) =>
        OptionsReader.Read(
            new ConfigurationInput
            {
                Folder = Path.GetTempPath(),
                Environment = environment.ToDictionary(v => v.Name, v => v.Value),
                UserSecrets = false,
            }
        );
}
