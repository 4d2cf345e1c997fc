using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// The sentences that people read, word for word: where, what was found, what was expected, and who says so.
/// </summary>
public sealed class SentencesTests
{
    private const string Key = "sesame-1234";
    private const string BySense = "by sense: answers are logged and cached";

    private static readonly JudgeOptions Keyed = new() { ApiKey = Key };

    private static readonly byte[] Ringing = [.. "{\"phoneNumber\":\"+447700900123\"}"u8];

    private static Exchange Created => Sample.Answered(Sample.Valid, 200, Sample.Created);

    [Fact]
    public void Of_a_link_although_a_phone_number_was_given() =>
        Is(
            "answer body at /activityLink: found a value, expected none, since the request gives /phoneNumber "
                + "(VoiceAgentCallCreateResponse.activityLink: only present if a phone number was not provided)",
            Sample.Said(
                "activity-link",
                Sample.Valid with
                {
                    Request = Sample.LowerCaseSex.Request with { Body = Ringing },
                },
                Linked("https://example.com/a")
            )
        );

    [Fact]
    public void Of_a_link_that_nobody_can_follow() =>
        Is(
            "answer body at /activityLink: found \"/a\", expected an absolute http or https address "
                + "(by sense: a link must lead somewhere)",
            Sample.Said("activity-link", Sample.Valid, Linked("/a"))
        );

    [Theory]
    [InlineData("2026-01-01T09:55:00Z", null)]
    [InlineData("2026-01-01T10:05:00.003Z", null)]
    [InlineData("2026-01-01T09:54:59.999Z", "before")]
    [InlineData("2026-01-01T10:05:00.004Z", "after")]
    public void Of_a_time_beyond_the_skew_of_clocks(string time, string? side)
    {
        var said = Sample.Said(
            "created-at",
            Sample.Valid,
            Sample.Answered(
                Sample.Valid,
                200,
                Sample.Created.Replace("2026-01-01T10:00:00Z", time, StringComparison.Ordinal)
            )
        );

        Is(
            side is null
                ? "holds: createdAt is when the call was submitted"
                : $"answer body at /createdAt: found a time {side} the request, \"{time}\", expected the time of the "
                    + "request, "
                    + "give or take 300 s (VoiceAgentCallCreateResponse.createdAt: when the call was submitted to "
                    + "the API)",
            said
        );
    }

    [Fact]
    public void Of_an_id_that_another_call_has() =>
        Is(
            "answer body at /id: found what another answer of this run has, expected a value that no other answer has "
                + "(VoiceAgentCallCreateResponse.id: the id of the newly created call)",
            Sample.Said("id-unique", Sample.Valid, Created, repeat: Created)
        );

    [Fact]
    public void Of_answers_of_two_classes() =>
        Is(
            "answer status: found status 200 and then 422 for a valid request (documented), expected answers of one "
                + "class (by sense: whether a request is valid depends on the request alone)",
            Sample.Said("stable", Sample.Valid, Created, repeat: Sample.Answered(Sample.Valid, 422, "{}"))
        );

    [Theory]
    [InlineData(200, 201)]
    [InlineData(200, 299)]
    public void Of_no_second_answer_of_the_same_class(int first, int second) =>
        Is(
            "holds: the same request gets the same class of answer",
            Sample.Said(
                "stable",
                Sample.Valid,
                Sample.Answered(Sample.Valid, first, Sample.Created),
                repeat: Sample.Answered(Sample.Valid, second, "")
            )
        );

    [Fact]
    public void Of_the_key_in_a_body() =>
        Is(
            $"answer body: found the key that was sent, expected no trace of it ({BySense})",
            Sample.Said("key-not-echoed", Sample.Valid, Sample.Answered(Sample.Valid, 200, Key), Keyed)
        );

    [Fact]
    public void Of_the_key_in_a_header() =>
        Is(
            $"answer header X-Debug: found the key that was sent, expected no trace of it ({BySense})",
            Sample.Said("key-not-echoed", Sample.Valid, Created.With(("X-Debug", $"={Key}")), Keyed)
        );

    [Fact]
    public void Of_personal_data_in_body_and_header()
    {
        const string Rest =
            $": found personal data of the request, expected none ({BySense}, "
            + "and the response schema does not declare it)";
        var leaky = Sample.Answered(
            Sample.Valid,
            200,
            Sample
                .Created.Replace("\"created\"", "\"1990-08-24\"", StringComparison.Ordinal)
                .Replace("\"label-1\"", "\"of 1990-08-24\"", StringComparison.Ordinal)
        );

        var said = Sample.Said(
            "personal-data-not-echoed",
            Sample.Valid,
            leaky.With(("X-Born", "1990-08-24"), ("X-Also", "1990-08-24"))
        );

        Assert.Equal(
            "POST /v1/calls, answer body at /user/userLabel"
                + Rest
                + "; POST /v1/calls, answer body at /status"
                + Rest
                + "; POST /v1/calls, answer header X-Born"
                + Rest
                + "; POST /v1/calls, answer header X-Also"
                + Rest,
            said
        );
    }

    [Fact]
    public void Of_what_the_answer_repeats_undeclared()
    {
        const string Rest =
            ": found a value of the request that is not declared there, expected none "
            + $"({BySense}, and the response schema does not declare it)";
        var chatty = Sample
            .Created.Replace("\"status\"", "\"language\":\"en-GB\",\"status\"", StringComparison.Ordinal)
            .Replace("\"label-1\"", "\"label-1\",\"birthSex\":\"MALE\"", StringComparison.Ordinal);

        Assert.Equal(
            $"POST /v1/calls, answer body at /user/birthSex{Rest}; POST /v1/calls, answer body at /language{Rest}",
            Sample.Said("personal-data-not-echoed", Sample.Valid, Sample.Answered(Sample.Valid, 200, chatty))
        );
    }

    [Theory]
    [InlineData(200, "answer time: found 3 ms for acceptance, expected at most 2 ms (the configuration's budget)")]
    [InlineData(422, "answer time: found 3 ms for refusal, expected at most 1 ms (the configuration's budget)")]
    public void Of_a_slow_answer(int status, string sentence) =>
        Is(
            sentence,
            Sample.Said(
                "latency",
                Sample.Valid,
                Sample.Answered(Sample.Valid, status, ""),
                new JudgeOptions
                {
                    AcceptedWithin = TimeSpan.FromMilliseconds(2),
                    RefusedWithin = TimeSpan.FromMilliseconds(1),
                }
            )
        );

    [Fact]
    public void Of_no_answer_that_took_all_its_time() =>
        Is(
            "holds: answers come within their budget",
            Sample.Said(
                "latency",
                Sample.Valid,
                Created,
                new JudgeOptions { AcceptedWithin = TimeSpan.FromMilliseconds(3) }
            )
        );

    [Theory]
    [InlineData(503, null, 5, "status 503")]
    [InlineData(499, null, 1200, "an answer after 1200 ms")]
    [InlineData(500, null, 1200, "status 500")]
    [InlineData(null, "connection reset", 5, "connection reset")]
    [InlineData(null, null, 5, "no answer")]
    public void Of_a_request_held_up_by_a_huge_one(int? status, string? failure, int milliseconds, string found)
    {
        var answer = Sample.Answered(Sample.LowerCaseSex, 422, Sample.Errors("""["body","user","birthSex"]"""));
        var beside = Sample.Answered(Sample.LowerCaseSex, status ?? 0, "") with
        {
            Duration = TimeSpan.FromMilliseconds(milliseconds),
        };
        var trial = new NeighbourTrial(
            status is null ? beside with { Answer = null, Failure = failure } : beside,
            answer
        );

        var failed = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, new JudgeOptions()).Decide(Sample.LowerCaseSex, answer, null, trial)
        );

        Is(
            $"answer beside a huge request: found {found}, expected an answer as when alone, which takes 3 ms "
                + "(by sense: one consumer's request must not hold up another's)",
            failed.Findings.Single().Sentence
        );
    }

    [Theory]
    [InlineData("GET", "\"GET\"")]
    [InlineData(null, "none")]
    public void Of_a_refused_method_without_the_list_of_methods(string? allow, string found)
    {
        var put = Sample.Refused("method", 405);
        var refused = Sample.Answered(put, 405, "");

        Is(
            $"answer header allow: found {found}, expected a list with POST (RFC 9110, 15.5.6)",
            Sample.Said("allow-listed", put, allow is null ? refused : refused.With(("Allow", allow)))
        );
    }

    [Fact]
    public void Of_an_undocumented_method_that_is_taken() =>
        Is(
            "request body: found status 200 for method broken by tried, expected status 405 (by sense: the contract "
                + "is silent)",
            Sample.Said("method-not-allowed", Sample.Refused("method", 405), Created)
        );

    [Fact]
    public void Of_a_method_whose_refusal_is_the_case_of_another_check() =>
        Is(
            "does not apply: the case is about something else",
            Sample.Said("method-not-allowed", Sample.Refused("path", 405), Sample.Answered(Sample.Valid, 405, ""))
        );

    [Fact]
    public void Of_a_path_that_nobody_documented() =>
        Is(
            "request body: found status 200 for path broken by tried, expected status 404 (by sense: the contract is "
                + "silent)",
            Sample.Said("unknown-path", Sample.Refused("path", 404), Created)
        );

    [Theory]
    [InlineData(KeyUse.Absent, "key-required")]
    [InlineData(KeyUse.Wrong, "key-enforced")]
    public void Of_a_request_let_in_without_the_right_key(KeyUse use, string check)
    {
        var locked = Sample.Refused("security", 401, 403);
        locked = locked with { Location = Location.Header("x-api-key"), Request = locked.Request with { Key = use } };

        Is(
            "request header x-api-key: found status 200 for security broken by tried, expected status 401 or 403 "
                + "(by sense: the contract is silent)",
            Sample.Said(check, locked, Created)
        );
    }

    [Theory]
    [InlineData(404, "holds: a key that was never issued is refused")]
    [InlineData(401, "holds: a key that was never issued is refused")]
    [InlineData(400, null)]
    public void Of_no_refusal_that_the_configuration_names(int status, string? holds)
    {
        var locked = Sample.Refused("security", 401, 403);
        locked = locked with { Request = locked.Request with { Key = KeyUse.Wrong } };
        var options = new JudgeOptions { KeyRefusals = [404] };

        var said = Sample.Said("key-enforced", locked, Sample.Answered(locked, status, ""), options);

        Assert.Equal(holds is not null, said == holds);
    }

    [Theory]
    [InlineData(500, "no-server-error")]
    [InlineData(599, "no-server-error")]
    public void Of_a_provider_that_fails(int status, string check) =>
        Is(
            $"request body: found status {status} for a valid request (documented), expected a status below 500 "
                + "(by sense: no input may make a provider fail)",
            Sample.Said(check, Sample.Valid, Sample.Answered(Sample.Valid, status, ""))
        );

    [Fact]
    public void Of_a_provider_that_fails_as_documented()
    {
        var documented = Sample.Valid with
        {
            Operation = Sample.Operation with
            {
                Responses = [.. Sample.Operation.Responses, new("5XX", "", new Dictionary<string, string?>())],
            },
        };

        Assert.EndsWith(
            "(responses/5XX)",
            Sample.Said("no-server-error", documented, Sample.Answered(documented, 502, "")),
            StringComparison.Ordinal
        );
    }

    private static Exchange Linked(string link) =>
        Sample.Answered(
            Sample.Valid,
            200,
            Sample.Created.Replace("\"status\"", $"\"activityLink\":\"{link}\",\"status\"", StringComparison.Ordinal)
        );

    private static void Is(string expected, string said) =>
        Assert.Equal(
            expected.Contains(": found ", StringComparison.Ordinal) ? $"POST /v1/calls, {expected}" : expected,
            said
        );
}
