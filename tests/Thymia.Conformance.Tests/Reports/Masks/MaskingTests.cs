using System.Text;
using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Masks;

namespace Thymia.Conformance.Tests.Reports.Masks;

public sealed class MaskingTests
{
    private const string Day = "1961-02-03";

    private static Masking Usual { get; } = new(Masking.Usual, "key-of-a-test-123");

    [Fact]
    public void Masks_personal_data_of_a_request_at_any_depth()
    {
        var shown = Usual.Request(Runs.Case($$$"""{"user":{"dateOfBirth":"{{{Day}}}","userLabel":"x"}}""", null))!;

        Assert.Equal("""{"user":{"dateOfBirth":"[masked]","userLabel":"x"}}""", shown);
    }

    [Fact]
    public void Leaves_the_value_that_a_case_is_about()
    {
        var testCase = Runs.Case("user.dateOfBirth:format:february-30");

        Assert.Contains(
            testCase.Mutation!.NewValue!.Value.GetRawText(), Usual.Request(testCase)!, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_the_input_that_a_validation_error_repeats()
    {
        const string Error = $$$"""{"detail":[{"loc":["body","user","dateOfBirth"],"msg":"m","type":"t","input":"{{{Day}}}"}]}""";

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
        const string Error = $$$"""{"detail":[{"loc":["body","user"],"type":"t","input":{"dateOfBirth":"{{{Day}}}","x":1}}]}""";

        Assert.Contains(
            """{"dateOfBirth":"[masked]","x":1}""",
            masking.Answer(Encoding.UTF8.GetBytes(Error), Runs.Case("{}", null)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_the_document_that_a_JSON_error_repeats()
    {
        var error = JsonSerializer.Serialize(new
        {
            detail = new[] { new { loc = new object[] { "body", 3 }, ctx = new { doc = $"{{\"dateOfBirth\":\"{Day}\"" } } },
        });

        Assert.DoesNotContain(Day, Answer(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_what_was_sent_wherever_it_comes_back()
    {
        var sent = Runs.Case($$$"""{"user":{"dateOfBirth":"{{{Day}}}"}}""", null);

        Assert.Equal(
            """{"note":"born [masked]"}""",
            Usual.Answer(Encoding.UTF8.GetBytes($$$"""{"note":"born {{{Day}}}"}"""), sent));
    }

    [Theory]
    [InlineData("{\"dateOfBirth\": \"1961-02-03\", oops")]
    [InlineData("dateOfBirth=1961-02-03&x=1")]
    [InlineData("<p>dateOfBirth: 1961-02-03</p>")]
    public void Masks_by_name_in_what_is_no_JSON(string text)
    {
        Assert.DoesNotContain(Day, Usual.Request(Runs.Case(text, null))!, StringComparison.Ordinal);
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
        var body = Encoding.UTF8.GetString(Usual.WithStandIns(testCase).Body!.Value.Span);

        using var json = JsonDocument.Parse(body);
        Assert.Equal("1970-01-01", json.RootElement.GetProperty("user").GetProperty("dateOfBirth").GetString());
        Assert.Contains(testCase.Mutation!.NewValue!.Value.GetRawText(), body, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_bytes_alone_that_hold_nothing_to_mask()
    {
        var testCase = Runs.Case("{ \"a\" : 1.0e2 }", null);

        Assert.Equal("{ \"a\" : 1.0e2 }", Usual.Request(testCase));
        Assert.Equal(testCase.Request.Body, Usual.WithStandIns(testCase).Body);
    }

    private static string Answer(string text) =>
        Usual.Answer(Encoding.UTF8.GetBytes(text), Runs.Case("{}", (CaseRequest r) => r));
}
