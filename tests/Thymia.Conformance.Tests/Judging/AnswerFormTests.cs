namespace Thymia.Conformance.Tests.Judging;

public sealed class AnswerFormTests
{
    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json;profile=x")]
    public void Accepts_the_documented_content_type_with_any_parameters(string contentType) =>
        Assert.Empty(Sample.Findings(Sample.Valid, 200, Sample.Created, contentType));

    [Theory]
    [InlineData("text/html", "found \"text/html\", expected application/json (responses/200)")]
    [InlineData("", "found none, expected application/json (responses/200)")]
    [InlineData(
        "application/json; charset=iso-8859-1",
        "found \"application/json; charset=iso-8859-1\", expected JSON in UTF-8 (RFC 8259, 8.1)"
    )]
    public void Finds_another_content_type(string contentType, string sentence) =>
        Assert.Equal(
            ["content-type: POST /v1/calls, answer header content-type: " + sentence],
            Sample.Findings(Sample.Valid, 200, Sample.Created, contentType)
        );

    [Fact]
    public void Finds_one_thing_where_a_page_is_answered_instead_of_json() =>
        Assert.StartsWith(
            "content-type: ",
            Sample.Findings(Sample.Valid, 200, "<html>", "text/html").Single(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Judges_json_in_disguise_too() =>
        Assert.Equal(
            ["content-type", "response-schema"],
            Sample
                .Findings(
                    Sample.Valid,
                    200,
                    Sample.Created.Replace("42baba59", "x", StringComparison.Ordinal),
                    "text/plain"
                )
                .Select(f => f.Split(':')[0])
        );

    [Theory]
    [InlineData(
        "2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00",
        "answer body at /createdAt: found \"2026-01-01T10:00:00\", "
            + "expected an RFC 3339 date-time with offset (VoiceAgentCallCreateResponse.createdAt, format)"
    )]
    [InlineData(
        "42baba59-fa4a-4a22-ba1c-2e4a88a3badb",
        "7",
        "answer body at /id: found \"7\", " + "expected an RFC 4122 UUID (VoiceAgentCallCreateResponse.id, format)"
    )]
    [InlineData(
        "\"status\":\"created\",",
        "",
        "answer body at /status: found nothing, "
            + "expected the property to be present (VoiceAgentCallCreateResponse, required)"
    )]
    public void Finds_where_the_body_breaks_its_schema(string before, string after, string sentence) =>
        Assert.Equal(
            ["response-schema: POST /v1/calls, " + sentence],
            Sample.Findings(Sample.Valid, 200, Sample.Created.Replace(before, after, StringComparison.Ordinal))
        );

    [Fact]
    public void Finds_a_body_that_is_no_json() =>
        Assert.Contains(
            "response-schema: POST /v1/calls, answer body: found text that is no JSON",
            Sample.Findings(Sample.Valid, 200, "{\"id\": NaN}").Single(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Finds_a_validation_error_whose_detail_is_text() =>
        Assert.Equal(
            [
                "error-structure: POST /v1/calls, answer body at /detail: found \"wrong\", expected an array "
                    + "(HTTPValidationError.detail, type)",
            ],
            Sample.Findings(Sample.LowerCaseSex, 422, """{"detail":"wrong"}""")
        );

    [Theory]
    [InlineData("{}", "answer body at /detail: found nothing, expected a list of at least one error")]
    [InlineData(
        """{"detail":[]}""",
        "answer body at /detail: found an empty list, expected a list of at least one error"
    )]
    [InlineData(
        """{"detail":[{"loc":[],"msg":"a","type":"b"}]}""",
        "answer body at /detail/0/loc: found an empty list, expected the way to the error, at least one step"
    )]
    [InlineData(
        """{"detail":[{"loc":["body",""],"msg":"a","type":"b"}]}""",
        "answer body at /detail/0/loc: found an empty step, expected steps that name something"
    )]
    [InlineData(
        """{"detail":[{"loc":["body","user","birthSex"],"msg":" ","type":"b"}]}""",
        "answer body at /detail/0/msg: found empty text, expected text that says something"
    )]
    public void Finds_a_validation_error_that_says_too_little(string body, string sentence) =>
        Assert.Equal(
            [$"error-structure: POST /v1/calls, {sentence} (by sense: a client must be able to tell what to mend)"],
            Sample.Findings(Sample.LowerCaseSex, 422, body)
        );

    [Theory]
    [InlineData(
        "label-1",
        "label-2",
        "answer body at /user/userLabel: found \"label-2\", expected \"label-1\" as sent "
            + "(UserDetailsShort.userLabel: repeats the request)"
    )]
    [InlineData(
        "patient-intake",
        "other",
        "answer body at /agent: found {\"context\":{\"name\":\"Greg\"},\"id\":\"other\"}, "
            + "expected {\"id\":\"patient-intake\",\"context\":{\"name\":\"Greg\"}} as sent "
            + "(VoiceAgentCallCreateResponse.agent: repeats the request)"
    )]
    public void Finds_what_is_not_repeated_as_sent(string before, string after, string sentence) =>
        Assert.Equal(
            ["echo: POST /v1/calls, " + sentence],
            Sample.Findings(Sample.Valid, 200, Sample.Created.Replace(before, after, StringComparison.Ordinal))
        );
}
