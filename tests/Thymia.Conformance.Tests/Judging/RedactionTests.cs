using System.Text;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;

namespace Thymia.Conformance.Tests.Judging;

public sealed class RedactionTests
{
    [Fact]
    public void Never_shows_a_mutated_date_of_birth()
    {
        var reduced = Sample.Invalid("/user/dateOfBirth", "format", "reduced", "1990-08-24", "1990-08");

        var finding = Sample.Findings(reduced, 200, Sample.Created).Single();

        Assert.DoesNotContain("1990", finding, StringComparison.Ordinal);
        Assert.Contains("found status 200 for a value of type string (reduced)", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1990-08-24", "1990-08-24\u00FF")]
    [InlineData("birthSex", "birth\u00FFSex")]
    public void Reads_a_request_that_is_no_UTF_8(string before, string after)
    {
        var body = Encoding.Latin1.GetBytes(Sample.Payload.Replace(before, after, StringComparison.Ordinal));
        var odd = Sample.LowerCaseSex with { Request = Sample.LowerCaseSex.Request with { Body = body } };

        var findings = Sample.Findings(odd, 200, Sample.Created);

        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.DoesNotContain("1990", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Never_shows_a_date_of_birth_that_comes_back()
    {
        var body = Sample.Created.Replace("2026-01-01T10:00:00Z", "1990-08-24", StringComparison.Ordinal);

        var findings = Sample.Findings(Sample.Valid, 200, body);

        Assert.Contains(findings, f => f.Contains("found \"[personal data]\"", StringComparison.Ordinal));
        Assert.All(findings, f => Assert.DoesNotContain("1990", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Leaves_a_short_word_that_was_sent_where_a_sentence_says_it_too()
    {
        var body = System.Text.Encoding.UTF8.GetBytes("""{"phoneNumber":"none"}""");
        var sent = Sample.Valid with { Request = Sample.Valid.Request with { Body = body } };

        Assert.Contains(
            Sample.Findings(
                sent,
                200,
                Sample.Created.Replace("}", ",\"activityLink\":\"https://example.com/\"}", StringComparison.Ordinal)
            ),
            f => f.Contains("expected none", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Never_shows_the_key()
    {
        var judge = new Judge(Sample.Schemas, new JudgeOptions { ApiKey = "sesame-1234" });
        var body = Sample.Created.Replace("2026-01-01T10:00:00Z", "SESAME-1234", StringComparison.Ordinal);

        var failed = Assert.IsType<Verdict.Failed>(
            judge.Decide(Sample.Valid, Sample.Answered(Sample.Valid, 200, body))
        );

        Assert.All(failed.Findings, f =>
            Assert.DoesNotContain("sesame", f.Sentence, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Never_prints_the_key_with_its_options() =>
        Assert.DoesNotContain(
            "sesame",
            new JudgeOptions { ApiKey = "sesame-1234" }.ToString(),
            StringComparison.OrdinalIgnoreCase
        );

    [Theory]
    [InlineData("\u001b[31mred", @"\u001b[31mred")]
    [InlineData("a\u202Eb\u2028c", @"a\u202eb\u2028c")]
    [InlineData("Ünïcode 日本", "Ünïcode 日本")]
    public void Makes_what_steers_a_terminal_visible(string text, string shown) =>
        Assert.Equal(shown, Redaction.Show(text, []));

    [Theory]
    [InlineData("""{"dateOfBirth":"1990-08-24"}""", "1990-08-24")]
    [InlineData("""{"DATEOFBIRTH":"1990-08-24"}""", "1990-08-24")]
    [InlineData("""{"date\u004ffBirth":"1990-08-24"}""", "1990-08-24")]
    [InlineData("""{"a":[{"phoneNumber":"+441632960001"}],"b":{"dateOfBirth":19900824}}""", "+441632960001,19900824")]
    [InlineData("""{"phoneNumber":{"home":["+441632960001",null,true],"mobile":"12-4"}}""", "+441632960001,12-4")]
    [InlineData("""{"phoneNumber":"1-2","dateOfBirth":123}""", "")]
    [InlineData("""{"phoneNumber":"unknown","dateOfBirth":"somewhen"}""", "somewhen")]
    [InlineData("""{"phoneNumbers":"+441632960001","dateOfB\u00efrth":"1990-08-24","dateOfBirt":"1990-08-24"}""", "")]
    [InlineData("\"1990-08-24\"", "")]
    [InlineData(
        """{"phoneNumber":{"a":{"dateOfBirth":[["1990-08-24"]],"b":"12-4"}},"c":"1990-08-25"}""",
        "1990-08-24,12-4"
    )]
    [InlineData("""{"dateOfBirth":"1990\u002d08-24","phoneNumber":"12\ud800"}""", "1990-08-24")]
    public void Takes_the_text_of_personal_properties_at_any_depth(string json, string values) =>
        Assert.Equal(values, string.Join(',', Judged.PersonalValues(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("{dateOfBirth: '1990-08-24',", "1990-08-24")]
    [InlineData("{\"dateOfBirth\":\"199", "")]
    [InlineData("{\"dateOfBirth\":\"1990", "1990")]
    [InlineData("", "")]
    public void Takes_them_from_what_only_looks_like_JSON(string text, string values) =>
        Assert.Equal(values, string.Join(',', Judged.PersonalValues(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("key is Sesame-1234!", "key is [key]!")]
    [InlineData("born 1990-08-24", "born [personal data]")]
    [InlineData("a\u001b[31mb\u202ec\ud83d\ude00", "a\\u001b[31mb\\u202ec\ud83d\ude00")]
    public void Shows_text_without_key_personal_data_or_control_characters(string text, string shown) =>
        Assert.Equal(shown, Redaction.Show(text, Judged.SecretsOf(["1990-08-24"])));

    [Theory]
    [InlineData(160, "")]
    [InlineData(161, "...")]
    public void Shortens_what_is_longer_than_a_line(int length, string end) =>
        Assert.Equal(new string('x', 160) + end, Redaction.Show(new string('x', length), []));

    [Fact]
    public void Leaves_a_key_that_is_too_short_to_be_one() =>
        Assert.Empty(new Redaction(new JudgeOptions { ApiKey = "abc" }).SecretsOf([]));

    private static Redaction Judged { get; } = new(new JudgeOptions { ApiKey = "sesame-1234" });
}
