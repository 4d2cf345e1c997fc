using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Configuration;

public sealed class OptionsReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Starts_the_embedded_provider_when_nothing_is_set()
    {
        var options = Read();

        Assert.Null(options.BaseUrl);
        Assert.Equal(1UL, options.Seed);
        Assert.Equal("results", options.Out);
        Assert.True(options.IsLocal);
    }

    [Fact]
    public void Lets_each_source_overrule_those_before_it()
    {
        _folder.Write("appsettings.json", """{ "Seed": 2, "Concurrency": 2, "Random": 2, "Timeout": "2s" }""");
        _folder.Write("appsettings.staging.json", """{ "Concurrency": 3, "Random": 3, "Timeout": "3s" }""");

        var options = Read(
            [
                ("THYMIA_ENVIRONMENT", "staging"),
                ("THYMIA_RANDOM", "4"),
                ("THYMIA_TIMEOUT", "4s"),
                ("THYMIA_BASEURL", "http://localhost:9"),
            ],
            [(SettingCatalogue.Timeout, "5s")]
        );

        Assert.Equal(2UL, options.Seed);
        Assert.Equal(3, options.Concurrency);
        Assert.Equal(4, options.Random);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Timeout);
    }

    [Fact]
    public void Demands_a_provider_where_an_environment_is_named()
    {
        var error = Assert.Throws<UnusableInputException>(() => Read([("THYMIA_ENVIRONMENT", "staging")]));

        Assert.Equal(
            "BaseUrl: THYMIA_ENVIRONMENT names 'staging', and no provider is configured for it; set THYMIA_BASEURL, or "
                + "unset THYMIA_ENVIRONMENT to test the embedded provider.",
            error.Message
        );
    }

    [Fact]
    public void Waits_for_a_provider_on_another_machine_to_get_ready()
    {
        var elsewhere = new[] { ("THYMIA_BASEURL", "https://staging.example.com"), ("THYMIA_APIKEY", "key-of-a-test") };

        Assert.Equal(0, Politeness.ReadyWithinOf(Read()).TotalSeconds);
        Assert.Equal(10, Politeness.ReadyWithinOf(Read(elsewhere)).TotalSeconds);
        Assert.Equal(0, Politeness.ReadyWithinOf(Read([.. elsewhere, ("THYMIA_READYWITHIN", "none")])).TotalSeconds);
        Assert.Equal(60, Politeness.ReadyWithinOf(Read([("THYMIA_READYWITHIN", "1m")])).TotalSeconds);
    }

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("2m", 120_000)]
    [InlineData("0.25s", 250)]
    [InlineData("10", 10_000)]
    public void Reads_a_time_with_its_unit(string text, int milliseconds) =>
        Assert.Equal(milliseconds, Read([("THYMIA_TIMEOUT", text)]).Timeout.TotalMilliseconds);

    [Fact]
    public void Reads_limits_and_none_as_no_limit()
    {
        var options = Read([("THYMIA_RATE", "0.5"), ("THYMIA_MAXACCEPTEDCALLS", "0")]);
        var without = Read([("THYMIA_RATE", "none"), ("THYMIA_MAXACCEPTEDCALLS", "None")]);

        Assert.Equal((0.5, 0), (options.Rate, options.MaxAcceptedCalls));
        Assert.Equal((double.PositiveInfinity, int.MaxValue), (without.Rate, without.MaxAcceptedCalls));
    }

    [Theory]
    [InlineData("THYMIA_TIMEOUT", "0")]
    [InlineData("THYMIA_TIMEOUT", "soon")]
    [InlineData("THYMIA_TIMEOUT", "11m")]
    [InlineData("THYMIA_TIMEOUT", "1e9s")]
    [InlineData("THYMIA_TIMEOUT", "-1s")]
    [InlineData("THYMIA_SEED", "-1")]
    [InlineData("THYMIA_SEED", "1.5")]
    [InlineData("THYMIA_SEED", "18446744073709551616")]
    [InlineData("THYMIA_SEED", "")]
    [InlineData("THYMIA_CONCURRENCY", "0")]
    [InlineData("THYMIA_CONCURRENCY", "257")]
    [InlineData("THYMIA_RATE", "0")]
    [InlineData("THYMIA_RATE", "1e3")]
    [InlineData("THYMIA_MAXACCEPTEDCALLS", "-1")]
    [InlineData("THYMIA_MAXACCEPTEDCALLS", "some")]
    [InlineData("THYMIA_MAXBODYBYTES", "0")]
    [InlineData("THYMIA_CONNECTTIMEOUT", "0")]
    [InlineData("THYMIA_BASEURL", "")]
    [InlineData("THYMIA_BASEURL", "example.com")]
    [InlineData("THYMIA_BASEURL", "ftp://example.com")]
    [InlineData("THYMIA_BASEURL", "https://example.com/?tenant=1")]
    [InlineData("THYMIA_BASEURL", "https://example.com/#top")]
    [InlineData("THYMIA_OPERATION", "POST /v1/calls;")]
    [InlineData("THYMIA_TIER", "documented")]
    [InlineData("THYMIA_ALLOWHTTP", "yes")]
    [InlineData("THYMIA_REFUSALSTATUSES", "401;403")]
    [InlineData("THYMIA_REFUSALSTATUSES", "200")]
    [InlineData("THYMIA_REFUSALSTATUSES", "401,")]
    [InlineData("THYMIA_ACCEPTEDWITHIN", "fast")]
    [InlineData("THYMIA_CLOCKSKEW", "-5m")]
    public void Names_key_value_origin_and_what_is_allowed(string variable, string value)
    {
        var setting = SettingCatalogue.All.Single(s => s.Variable == variable);

        var error = Assert.Throws<UnusableInputException>(() => Read([(variable, value)]));

        Assert.Equal("setting-not-allowed", error.Code);
        Assert.StartsWith(setting.Key + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(value.Length == 0 ? "empty text" : $"'{value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"from the environment variable {variable}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"give {setting.Allowed}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_file_and_the_option_a_value_comes_from()
    {
        _folder.Write("appsettings.json", """{ "Seed": "two" }""");

        Assert.Equal(
            "Seed: 'two' from the file appsettings.json is not allowed; give a whole number from 0 to "
                + "18446744073709551615.",
            Assert.Throws<UnusableInputException>(() => Read()).Message
        );
        Assert.Equal(
            "Tier: 'all' from the option --tier is not allowed; give plausible or schema.",
            Assert
                .Throws<UnusableInputException>(() => Read([("THYMIA_SEED", "1")], [(SettingCatalogue.Tier, "all")]))
                .Message
        );
    }

    [Theory]
    [InlineData(
        "{ \"Seed\": 1,\n \"x\": \"key-of-a-test\", ",
        "appsettings.json:2: the file is not JSON; mend the text there."
    )]
    [InlineData("[1]", "appsettings.json: the file is not a JSON object; mend it or move it away.")]
    public void Says_which_file_is_broken_and_shows_none_of_it(string text, string said)
    {
        _folder.Write("appsettings.json", text);

        Assert.Equal(said, Assert.Throws<UnusableInputException>(() => Read()).Message);
    }

    [Theory]
    [InlineData(
        "{\n \"BaseURI\": \"https://example.com\" }",
        "appsettings.json:2: there is no setting BaseURI; perhaps BaseUrl is meant."
    )]
    [InlineData(
        "{ \"base-url\": \"x\" }",
        "appsettings.json:1: there is no setting base-url; perhaps BaseUrl is meant."
    )]
    [InlineData(
        "{ \"Thymia\": { \"Url\": \"x\" } }",
        "appsettings.json:1: there is no setting Url; see thymia-conformance run --help for all of them."
    )]
    [InlineData(
        "{ \"Thymia\": { \"Seed\": 1, /* more */\n\"Raet\": 2, } }",
        "appsettings.json:2: there is no setting Raet; perhaps Rate is meant."
    )]
    [InlineData(
        "{ \"Reports\": [ \"html\" ] }",
        "appsettings.json:1: Reports holds a list; write it as text, and give some of html, junit, sarif, har and "
            + "ctrf with commas between them, or none."
    )]
    [InlineData("{ \"Thymia\": { \"Filter\": {} } }", "appsettings.json:1: Filter holds an object; *")]
    [InlineData(
        "{ \"ApiKey\": \"key-of-a-test\" }",
        "appsettings.json:1: ApiKey is never read from a file, which is shared and kept in history; take it away, "
            + "and set THYMIA_APIKEY or the user secret ApiKey."
    )]
    [InlineData(
        "{ \"Thymia\": { \"apikey\": \"key-of-a-test\" } }",
        "appsettings.json:1: ApiKey is never read from a file*"
    )]
    public void Refuses_a_key_in_a_file_that_would_be_passed_over(string text, string said)
    {
        _folder.Write("appsettings.json", text);

        var error = Assert.Throws<UnusableInputException>(() => Read()).Message;

        Assert.True(said.EndsWith('*') ? error.StartsWith(said[..^1], StringComparison.Ordinal) : error == said, error);
        Assert.DoesNotContain("key-of-a-test", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_the_settings_of_others_in_a_shared_file_alone()
    {
        _folder.Write(
            "appsettings.json",
            """
            {
              "Logging": { "LogLevel": { "Default": "Information", "BaseURI": "x" } }, "AllowedHosts": "*",
                "Urls": "http://*:80",
              "Provider": { "Name": "x" }, "Rates": [1], "ApiUrl": "x", "ConnectionStrings": { "Seeds": "x" },
                "Seed": 5, "Seeds": 7,
              "Thymia": { "Random": "3" }
            }
            """
        );

        var options = Read();

        Assert.Equal((5UL, 3), (options.Seed, options.Random));
    }

    [Theory]
    [InlineData("THYMIA_BASE_URL", "THYMIA_BASEURL")]
    [InlineData("thymia_api_key", "THYMIA_APIKEY")]
    [InlineData("THYMIA_BASEURI", "THYMIA_BASEURL")]
    public void Refuses_a_misspelt_variable(string name, string meant)
    {
        var error = Assert.Throws<UnusableInputException>(() => Read([(name, "https://staging.example.com")]));

        Assert.Equal($"{name}: there is no setting of that name; it is spelt {meant}.", error.Message);
        Assert.NotNull(Read([(name, "1"), (meant, "http://localhost")]));
    }

    [Fact]
    public void Reads_what_answers_are_judged_by()
    {
        var options = Read([
            ("THYMIA_REFUSALSTATUSES", "403, 401,401"),
            ("THYMIA_ACCEPTEDWITHIN", "2s"),
            ("THYMIA_REFUSEDWITHIN", "500ms"),
            ("THYMIA_CLOCKSKEW", "1m"),
            ("THYMIA_STRICTDEVIATIONS", "true"),
        ]);

        Assert.Equal([401, 403], options.KeyRefusals);
        Assert.Equal(
            (2_000, 500, 60_000),
            (
                options.AcceptedWithin!.Value.TotalMilliseconds,
                options.RefusedWithin!.Value.TotalMilliseconds,
                options.ClockSkew.TotalMilliseconds
            )
        );
        Assert.True(options.StrictDeviations);
    }

    [Fact]
    public void Knows_the_deviations_of_the_folder_only_of_a_provider_that_is_configured()
    {
        var elsewhere = ("THYMIA_BASEURL", "http://localhost:9");
        Assert.Null(Read([elsewhere]).Deviations);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "fixtures", "deviations"));

        Assert.Equal(Path.Combine(_folder.Path, "fixtures", "deviations"), Read([elsewhere]).Deviations);
        Assert.Null(Read().Deviations);
        Assert.Equal("none", Read([elsewhere, ("THYMIA_DEVIATIONS", "none")]).Deviations);
    }

    [Fact]
    public void Keeps_escapes_of_a_value_from_the_terminal()
    {
        var error = Assert.Throws<UnusableInputException>(() => Read([("THYMIA_SEED", "\u001b[31m1")]));

        Assert.Contains(@"'\u001b[31m1'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hides_a_password_in_a_refused_url()
    {
        var error = Assert.Throws<UnusableInputException>(() =>
            Read([("THYMIA_BASEURL", "https://me:hush@example.com")])
        );

        Assert.Contains("'[hidden]@example.com'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_command_line_option_for_the_key() =>
        Assert.DoesNotContain(SettingCatalogue.All, s =>
            s.Option?.Split('-').Contains("key", StringComparer.OrdinalIgnoreCase) == true
        );

    private ConformanceOptions Read(
        IEnumerable<(string Name, string Value)>? environment = null,
        IEnumerable<(Setting Setting, string Value)>? commandLine = null
    ) =>
        OptionsReader.Read(
            new ConfigurationInput
            {
                Folder = _folder.Path,
                Environment = (environment ?? []).ToDictionary(v => v.Name, v => v.Value),
                CommandLine = (commandLine ?? []).ToDictionary(v => v.Setting, v => v.Value),
                UserSecrets = false,
            }
        );
}
