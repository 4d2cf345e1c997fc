using System.Text;
using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Masks;

namespace Thymia.Conformance.Tests.Reports.Masks;

public sealed class MaskingTests
{
    private const int Longest = 8_000;
    private const string Day = "1961-02-03";

    private static Masking Usual { get; } = new(Masking.Usual, "key-of-a-test-123");

    [Fact]
    public void Masks_personal_data_of_a_request_at_any_depth()
    {
        var shown = Request(Runs.Case($$$"""{"user":{"dateOfBirth":"{{{Day}}}","userLabel":"x"}}""", null));

        Assert.Equal("""{"user":{"dateOfBirth":"[masked]","userLabel":"x"}}""", shown);
    }

    [Fact]
    public void Leaves_the_value_that_a_case_is_about()
    {
        var testCase = Runs.Case("user.dateOfBirth:format:february-30");

        Assert.Contains(testCase.Mutation!.NewValue!.Value.GetRawText(), Request(testCase), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_the_input_that_a_validation_error_repeats()
    {
        const string Error =
            $$$"""{"detail":[{"loc":["body","user","dateOfBirth"],"msg":"m","type":"t","input":"{{{Day}}}"}]}""";

        Assert.Contains("\"input\":\"[masked]\"", Answer(Error), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_inside_an_input_that_is_the_whole_body()
    {
        const string Error =
            $$$"""{"detail":[{"loc":["body"],"type":"missing","input":{"user":{"dateOfBirth":"{{{Day}}}"} } }]}""";

        Assert.DoesNotContain(Day, Answer(Error), StringComparison.Ordinal);
    }

    [Fact]
    public void Follows_a_path_from_the_root_into_what_an_error_repeats()
    {
        var masking = new Masking([JsonPath.Parse("$.user.dateOfBirth")!], null);
        const string Error =
            $$$"""{"detail":[{"loc":["body","user"],"type":"t","input":{"dateOfBirth":"{{{Day}}}","x":1}}]}""";

        Assert.Contains(
            """{"dateOfBirth":"[masked]","x":1}""",
            masking.For(Runs.Case("{}", null), Longest).Answer(Encoding.UTF8.GetBytes(Error)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Masks_the_document_that_a_JSON_error_repeats()
    {
        var error = JsonSerializer.Serialize(
            new
            {
                detail = new[]
                {
                    new { loc = new object[] { "body", 3 }, ctx = new { doc = $"{{\"dateOfBirth\":\"{Day}\"" } },
                },
            }
        );

        Assert.DoesNotContain(Day, Answer(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_what_was_sent_wherever_it_comes_back()
    {
        var sent = Runs.Case($$$"""{"user":{"dateOfBirth":"{{{Day}}}"}}""", null);

        Assert.Equal("""{"note":"born [masked]"}""", Answer($$$"""{"note":"born {{{Day}}}"}""", sent));
    }

    [Theory]
    [InlineData("{\"dateOfBirth\": \"1961-02-03\", oops")]
    [InlineData("dateOfBirth=1961-02-03&x=1")]
    [InlineData("<p>dateOfBirth: 1961-02-03</p>")]
    public void Masks_by_name_in_what_is_no_JSON(string text)
    {
        Assert.DoesNotContain(Day, Request(Runs.Case(text, null)), StringComparison.Ordinal);
        Assert.DoesNotContain(Day, Answer(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_the_key_wherever_it_stands()
    {
        Assert.Equal("""{"a":"[key]"}""", Answer("""{"a":"KEY-of-a-test-123"}"""));
        Assert.Equal("x [key]", Usual.Text("x key-of-a-test-123"));
    }

    [Fact]
    public void Puts_stand_ins_of_the_same_form_into_what_can_be_sent()
    {
        var testCase = Runs.Case("user.birthSex:enum:lower-case");
        var body = Encoding.UTF8.GetString(Usual.For(testCase, Longest).WithStandIns().Body!.Value.Span);

        using var json = JsonDocument.Parse(body);
        Assert.Equal("1970-01-01", json.RootElement.GetProperty("user").GetProperty("dateOfBirth").GetString());
        Assert.Contains(testCase.Mutation!.NewValue!.Value.GetRawText(), body, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_a_document_that_was_sent_as_text()
    {
        var sent = Runs.Case(JsonSerializer.Serialize($$"""{"dateOfBirth":"{{Day}}","x":1}"""), null);

        Assert.Contains("[masked]", Request(sent), StringComparison.Ordinal);
        Assert.DoesNotContain(Day, Request(sent), StringComparison.Ordinal);
        Assert.Equal("it was [masked]", Answer($"it was {Day}", sent));
    }

    [Fact]
    public void Masks_what_was_sent_broken_wherever_it_comes_back() =>
        Assert.Equal(
            "it was [masked]",
            Answer($"it was {Day}", Runs.Case($$$"""{"user":{"dateOfBirth": "{{{Day}}}", oops""", null))
        );

    [Fact]
    public void Masks_what_lies_within_a_value_that_a_case_is_about()
    {
        var about = Runs.Case("user:type:json-text");
        var (old, now) = (about.Mutation!.OldValue!.Value, about.Mutation.NewValue!.Value);
        var day = old.GetProperty("dateOfBirth").GetString()!;
        var shown = Usual.For(about, Longest);

        Assert.DoesNotContain(day, shown.RequestBody!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(day, shown.Value(old, about.Mutation.Location), StringComparison.Ordinal);
        Assert.DoesNotContain(day, shown.Value(now, about.Mutation.Location), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_parameters_by_name()
    {
        var plain = Runs.Case("{}", null);
        var sent = plain with
        {
            Operation = plain.Operation with { Path = "/v1/people/{dateOfBirth}" },
            Request = plain.Request with
            {
                Target = $"/v1/people/{Day}?phoneNumber=%2B447700900123&page=2",
                Headers = [new("dateOfBirth", Day), new("accept", "*/*")],
            },
        };
        var shown = Usual.For(sent, Longest);

        Assert.Equal("/v1/people/%5Bmasked%5D?phoneNumber=%5Bmasked%5D&page=2", shown.Target);
        Assert.Equal(["[masked]", "*/*"], sent.Request.Headers.Select(h => shown.RequestHeader(h).Value));
        Assert.Equal("/v1/people/1970-01-01?phoneNumber=%2B447700900000&page=2", shown.WithStandIns().Target);
        Assert.Equal("[masked] or [masked]", shown.AnswerText($"+447700900123 or {Day}"));
        Assert.Equal("/x?d=[masked]", shown.AnswerHeader(new("location", $"/x?d={Day}")).Value);
    }

    [Fact]
    public void Shows_no_cookie_and_no_other_credential()
    {
        var shown = Usual.For(Runs.Case("{}", null), Longest);

        Assert.Equal("[masked]", shown.AnswerHeader(new("Set-Cookie", "session=1")).Value);
        Assert.Equal("[masked]", shown.RequestHeader(new("authorization", "Basic eA==")).Value);
    }

    [Theory]
    [InlineData("{\"msg\":\"dateOfBirth: a date is expected\"}")]
    [InlineData("{\"msg\":\"phoneNumber=? is not allowed\"}")]
    public void Leaves_a_message_that_begins_with_the_name(string text) => Assert.Equal(text, Answer(text));

    [Fact]
    public void Leaves_bytes_alone_that_hold_nothing_to_mask()
    {
        var testCase = Runs.Case("{ \"a\" : 1.0e2 }", null);

        Assert.Equal("{ \"a\" : 1.0e2 }", Request(testCase));
        Assert.Equal(testCase.Request.Body, Usual.For(testCase, Longest).WithStandIns().Body);
    }

    [Theory]
    [InlineData("dateOfBirth", '\\')]
    [InlineData("dateOfBirth", ' ')]
    [InlineData("dateOfBirth ", 'x')]
    [InlineData("", '\\')]
    public async Task Goes_through_a_mebibyte_of_what_is_no_value_once(string before, char sign)
    {
        var text = before + new string(sign, 1 << 20) + "dateOfBirth";

        var masked = await Task.Run(() => Usual.Names.Replace(text, _ => "x"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(text, masked);
    }

    private static string Request(TestCase testCase) => Usual.For(testCase, Longest).RequestBody!.Text;

    private static string Answer(string text, TestCase? testCase = null) =>
        Usual.For(testCase ?? Runs.Case("{}", null), Longest).Answer(Encoding.UTF8.GetBytes(text)).Text;
}
