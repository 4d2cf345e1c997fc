using System.Text;
using Thymia.Conformance.Judging;

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
                sent, 200,
                Sample.Created.Replace("}", ",\"activityLink\":\"https://example.com/\"}", StringComparison.Ordinal)),
            f => f.Contains("expected none", StringComparison.Ordinal));
    }

    [Fact]
    public void Never_shows_the_key()
    {
        var judge = new Judge(Sample.Schemas, new JudgeOptions { ApiKey = "sesame-1234" });
        var body = Sample.Created.Replace("2026-01-01T10:00:00Z", "SESAME-1234", StringComparison.Ordinal);

        var failed = Assert.IsType<Verdict.Failed>(
            judge.Decide(Sample.Valid, Sample.Answered(Sample.Valid, 200, body)));

        Assert.All(
            failed.Findings, f => Assert.DoesNotContain("sesame", f.Sentence, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Never_prints_the_key_with_its_options() => Assert.DoesNotContain(
        "sesame", new JudgeOptions { ApiKey = "sesame-1234" }.ToString(), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("\u001b[31mred", @"\u001b[31mred")]
    [InlineData("a\u202Eb\u2028c", @"a\u202eb\u2028c")]
    [InlineData("Ünïcode 日本", "Ünïcode 日本")]
    public void Makes_what_steers_a_terminal_visible(string text, string shown) =>
        Assert.Equal(shown, new Redaction(new JudgeOptions()).Show(text, []));

    [Fact]
    public void Cuts_what_is_long() =>
        Assert.Equal(163, new Redaction(new JudgeOptions()).Show(new string('x', 10_000), []).Length);
}
