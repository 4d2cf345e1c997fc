using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// Answers at the limits of what checks ask: what is still a leak, a link, a success, a documented type.
/// </summary>
public sealed class OddAnswersTests
{
    private const string NoLeak = "holds: no answer leaks personal data";

    private static readonly TestCase Ringing = With("\"language\"", "\"phoneNumber\":\"447700900123\",\"language\"");

    [Theory]
    [InlineData("1990-08-24")]
    [InlineData("<p>1990-08-24</p>")]
    public void Leak_from_text_that_is_no_JSON(string text) =>
        Assert.StartsWith(
            "POST /v1/calls, answer body: found personal data of the request",
            Sample.Said("personal-data-not-echoed", Ringing, Sample.Answered(Ringing, 200, text, "text/html")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Leak_by_escapes_beside_bytes_that_are_no_text()
    {
        var answer = Sample.Answered(Sample.Valid, 200, "");
        byte[] body = [.. "{\"status\":\""u8, 0xFF, .. "\\n\",\"born\":\"1990\\u002d08-24\"}"u8];

        Assert.StartsWith(
            "POST /v1/calls, answer body at /born: found personal data of the request",
            Sample.Said(
                "personal-data-not-echoed",
                Sample.Valid,
                answer with
                {
                    Answer = answer.Answer! with { Body = body },
                }
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2026-01-01T10:00:00Z", "1990-08-24T10:00:00Z")]
    [InlineData("2e4a88a3badb", "447700900123")]
    [InlineData("\"created\"", "\"1990-08\"")]
    [InlineData("\"status\"", "\"language\":\"de\",\"status\"")]
    [InlineData("\"status\"", "\"other\":\"en-GB\",\"status\"")]
    public void Leak_nothing_by_times_ids_and_values_of_their_own(string before, string after) =>
        Assert.Equal(
            NoLeak,
            Sample.Said(
                "personal-data-not-echoed",
                Ringing,
                Sample.Answered(Ringing, 200, Sample.Created.Replace(before, after, StringComparison.Ordinal))
            )
        );

    [Theory]
    [InlineData("null", NoLeak)]
    [InlineData(
        "false",
        "POST /v1/calls, answer body at /deleteData: found a value of the request that is not declared there"
    )]
    public void Repeat_what_is_not_declared_unless_it_is_nothing(string value, string said)
    {
        var sent = With("\"language\"", $"\"deleteData\":{value},\"language\"");
        var answer = Sample.Created.Replace(
            "\"status\"",
            $"\"deleteData\":{value},\"status\"",
            StringComparison.Ordinal
        );

        Assert.StartsWith(
            said,
            Sample.Said("personal-data-not-echoed", sent, Sample.Answered(sent, 200, answer)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[\"1990-08-24\"]", null)]
    [InlineData("[\"1990-08-24\",\"1990-08-24\"]", "/agent/context/name/*")]
    [InlineData("[\"x\",[\"1990-08-24\"]]", "/agent/context/name/*/*")]
    public void Leak_what_a_list_of_the_agent_did_not_hold(string list, string? place)
    {
        var sent = With("\"Greg\"", "[\"1990-08-24\"]");
        var said = Sample.Said(
            "personal-data-not-echoed",
            sent,
            Sample.Answered(sent, 200, Sample.Created.Replace("\"Greg\"", list, StringComparison.Ordinal))
        );

        Assert.StartsWith(
            place is null ? NoLeak : $"POST /v1/calls, answer body at {place}: found personal data",
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Date", NoLeak)]
    [InlineData("X-Born", "POST /v1/calls, answer header X-Born: found personal data of the request")]
    public void Leak_by_a_header_other_than_the_date_they_were_sent_on(string name, string said) =>
        Assert.StartsWith(
            said,
            Sample.Said(
                "personal-data-not-echoed",
                Sample.Valid,
                Sample.Answered(Sample.Valid, 200, "{}").With((name, "1990-08-24"))
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("http://example.com/a", "holds: a link comes only without a phone number")]
    [InlineData("https://example.com/a", "holds: a link comes only without a phone number")]
    public void Link_by_http_too(string link, string said) =>
        Assert.Equal(
            said,
            Sample.Said("activity-link", Sample.Valid, Sample.Answered(Sample.Valid, 200, Linked(link)))
        );

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Link_where_the_phone_number_is_nothing(string phone)
    {
        var sent = With("\"language\"", $"\"phoneNumber\":{phone},\"language\"");

        Assert.StartsWith(
            "holds: ",
            Sample.Said("activity-link", sent, Sample.Answered(sent, 200, Linked("https://example.com/a"))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(199, "refusal")]
    [InlineData(200, "acceptance")]
    [InlineData(299, "acceptance")]
    [InlineData(300, "refusal")]
    public void Are_a_success_from_200_to_299(int status, string outcome) =>
        Assert.Contains(
            $"found 3 ms for {outcome}",
            Sample.Said(
                "latency",
                Sample.Valid,
                Sample.Answered(Sample.Valid, status, ""),
                new JudgeOptions { AcceptedWithin = TimeSpan.Zero, RefusedWithin = TimeSpan.Zero }
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(399, "holds: a valid request is accepted")]
    [InlineData(
        400,
        "POST /v1/calls, request body: found status 400 for a valid request (documented), expected status 200 "
            + "(responses/200)"
    )]
    [InlineData(
        499,
        "POST /v1/calls, request body: found status 499 for a valid request (documented), expected status 200 "
            + "(responses/200)"
    )]
    public void Refuse_a_valid_request_from_400_to_499(int status, string said) =>
        Assert.Equal(
            said,
            Sample.Said(
                "valid-accepted",
                Sample.Valid,
                Sample.Answered(Sample.Valid, status, """{"detail":[{"loc":[]}]}""")
            )
        );

    [Fact]
    public void Refuse_what_only_the_letter_of_the_schema_allows()
    {
        var unlikely = Sample.Valid with { Tier = Tier.SchemaOnly };

        Assert.Equal(
            "tolerated by schema-only-refused: status 422 for what only the letter of the schema allows (documented)",
            Sample.Said("valid-accepted", unlikely, Sample.Answered(unlikely, 422, Sample.Errors("""["body"]""")))
        );
    }

    [Theory]
    [InlineData("text/plain; charset=latin1", "holds: the answer has the documented content type")]
    [InlineData(
        "application/json; charset=latin1",
        "found \"application/json; charset=latin1\", expected JSON in UTF-8 (RFC 8259, 8.1)"
    )]
    [InlineData("image/png", "found \"image/png\", expected application/json or text/plain (responses/200)")]
    public void Have_one_of_the_documented_content_types(string type, string said)
    {
        var either = Sample.Valid with
        {
            Operation = Sample.Operation with
            {
                Responses =
                [
                    new DocumentedResponse(
                        "200",
                        "",
                        new Dictionary<string, string?> { ["application/json"] = null, ["text/plain"] = null }
                    ),
                ],
            },
        };

        Assert.EndsWith(
            said,
            Sample.Said("content-type", either, Sample.Answered(either, 200, "{}", type)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(60, "x")]
    [InlineData(61, "...")]
    public void Are_shown_up_to_sixty_signs(int length, string end)
    {
        var label = new string('x', length - 2);
        var said = Sample.Said(
            "echo",
            Sample.Valid,
            Sample.Answered(Sample.Valid, 200, Sample.Created.Replace("label-1", label, StringComparison.Ordinal))
        );

        var shown = end == "x" ? $"\"{label}\"" : $"\"{label[..56]}...";
        Assert.Contains($"found {shown}, expected \"label-1\" as sent", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_held_against_all_that_they_repeat() =>
        Assert.Equal(
            2,
            Sample
                .Findings(
                    Sample.Valid,
                    200,
                    Sample
                        .Created.Replace("label-1", "label-2", StringComparison.Ordinal)
                        .Replace("Greg", "Gus", StringComparison.Ordinal)
                )
                .Count
        );

    [Theory]
    [InlineData(1000, 1, 200, false)]
    [InlineData(1001, 1, 200, true)]
    [InlineData(1200, 120, 200, false)]
    [InlineData(1200, 119, 200, true)]
    [InlineData(5000, 1, 500, false)]
    public void Are_held_up_beyond_a_second_and_ten_times_their_own(int beside, int after, int status, bool bad) =>
        Assert.Equal(
            bad,
            new NeighbourTrial(
                Sample.Answered(Sample.Valid, 200, "") with
                {
                    Duration = TimeSpan.FromMilliseconds(beside),
                },
                Sample.Answered(Sample.Valid, status, "") with
                {
                    Duration = TimeSpan.FromMilliseconds(after),
                }
            ).IsBad
        );

    private static TestCase With(string before, string after) =>
        Sample.Valid with
        {
            Request = Sample.Valid.Request with
            {
                Body = Encoding.UTF8.GetBytes(Sample.Payload.Replace(before, after, StringComparison.Ordinal)),
            },
        };

    private static string Linked(string link) =>
        Sample.Created.Replace("\"status\"", $"\"activityLink\":\"{link}\",\"status\"", StringComparison.Ordinal);
}
