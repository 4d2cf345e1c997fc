using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>Where a check does not apply, it says why.</summary>
public sealed class ReasonsTests
{
    private const string Sex = """["body","user","birthSex"]""";

    [Theory]
    [InlineData("key-not-echoed", "the request carried no key long enough to tell")]
    [InlineData("latency", "no budget is set for such answers")]
    [InlineData("stable", "the request was sent once")]
    [InlineData("head-of-line", "the request was not sent beside a huge one")]
    [InlineData("invalid-rejected", "the case is about something else")]
    [InlineData("key-required", "the case is about something else")]
    [InlineData("method-not-allowed", "the case is about something else")]
    [InlineData("error-structure", "the answer is no list of errors")]
    [InlineData("error-location", "no place is to be blamed")]
    [InlineData("error-complete", "nothing but one place is broken, or the answer is no list of errors")]
    [InlineData("error-vocabulary", "no framework's words are expected here")]
    [InlineData("activity-link", "the answer has no such value")]
    public void Of_an_accepted_request(string check, string reason) =>
        Assert.Equal(
            $"does not apply: {reason}",
            Sample.Said(check, Sample.Valid, Sample.Answered(Sample.Valid, 200, Sample.Created))
        );

    [Theory]
    [InlineData("valid-accepted", "the request is not valid")]
    [InlineData("response-schema", "error-structure asks this of a list of errors")]
    [InlineData("error-complete", "nothing but one place is broken, or the answer is no list of errors")]
    [InlineData("echo", "the answer is no success with JSON that the contract describes")]
    [InlineData("activity-link", "the answer is no success with JSON that the contract describes")]
    [InlineData("created-at", "the answer is no success with JSON that the contract describes")]
    [InlineData("id-unique", "the answer is no success with JSON that the contract describes")]
    public void Of_a_rejected_request(string check, string reason) =>
        Assert.Equal(
            $"does not apply: {reason}",
            Sample.Said(check, Sample.LowerCaseSex, Sample.Answered(Sample.LowerCaseSex, 422, Sample.Errors(Sex)))
        );

    [Theory]
    [InlineData("status-documented", "the contract documents no status for such a request")]
    [InlineData("content-type", "the contract documents no content for this status")]
    [InlineData("response-schema", "the contract documents no schema for this answer")]
    [InlineData("error-structure", "the answer is no list of errors")]
    public void Of_a_refusal_that_the_contract_does_not_document(string check, string reason)
    {
        var text = Sample.Refused("contentType", 415);

        Assert.Equal($"does not apply: {reason}", Sample.Said(check, text, Sample.Answered(text, 415, "no")));
    }

    [Theory]
    [InlineData(200, "response-schema", "the answer does not claim to be JSON")]
    [InlineData(200, "echo", "the answer is no success with JSON that the contract describes")]
    [InlineData(200, "created-at", "the answer is no success with JSON that the contract describes")]
    [InlineData(200, "id-unique", "the answer is no success with JSON that the contract describes")]
    [InlineData(200, "activity-link", "the answer is no success with JSON that the contract describes")]
    [InlineData(422, "error-structure", "the answer does not claim to be JSON")]
    public void Of_an_answer_that_is_a_page(int status, string check, string reason)
    {
        var testCase = status == 200 ? Sample.Valid : Sample.LowerCaseSex;

        Assert.Equal(
            $"does not apply: {reason}",
            Sample.Said(check, testCase, Sample.Answered(testCase, status, "<html>", "text/html"))
        );
    }

    [Theory]
    [InlineData("created-at", "\"2026-01-01T10:00:00Z\"", "\"soon\"", "the answer has no readable time there")]
    [InlineData("created-at", "\"2026-01-01T10:00:00Z\"", "7", "the answer has no readable time there")]
    [InlineData("id-unique", "\"42baba59-fa4a-4a22-ba1c-2e4a88a3badb\"", "\"7\"", "the answer has no such value")]
    public void Of_an_answer_whose_property_cannot_be_read(string check, string before, string after, string reason)
    {
        var answer = Sample.Created.Replace(before, after, StringComparison.Ordinal);

        Assert.Equal(
            $"does not apply: {reason}",
            Sample.Said(check, Sample.Valid, Sample.Answered(Sample.Valid, 200, answer))
        );
    }

    [Theory]
    [InlineData("echo", "[]", "there is no valid request with a JSON body")]
    [InlineData("id-unique", "[]", "the answer has no such value")]
    [InlineData("created-at", "[]", "the answer has no readable time there")]
    public void Of_an_answer_that_is_no_object(string check, string answer, string reason)
    {
        var bodiless = Sample.Valid with { Request = Sample.Valid.Request with { Body = null } };

        Assert.Equal($"does not apply: {reason}", Sample.Said(check, bodiless, Sample.Answered(bodiless, 200, answer)));
    }

    [Fact]
    public void Of_blame_where_the_answer_is_described_otherwise()
    {
        var odd = Sample.LowerCaseSex with { Expectation = new Expectation.Rejected(200, [Location.At("/user")]) };

        Assert.Equal(
            "does not apply: the answer is no list of errors",
            Sample.Said("error-location", odd, Sample.Answered(odd, 200, Sample.Created))
        );
    }

    [Fact]
    public void Of_several_breaks_where_the_answer_is_described_otherwise()
    {
        var odd = Sample.LowerCaseSex with
        {
            Expectation = new Expectation.Rejected(200, []) { Others = [Location.At("/language")] },
        };

        Assert.StartsWith(
            "does not apply: ",
            Sample.Said("error-complete", odd, Sample.Answered(odd, 200, Sample.Created)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(429)]
    [InlineData(null)]
    public void Of_a_second_sending_that_says_nothing(int? status)
    {
        var first = Sample.Answered(Sample.Valid, 200, Sample.Created);
        var second = status is { } answered
            ? Sample.Answered(Sample.Valid, answered, "")
            : first with
            {
                Answer = null,
                Failure = "timed out",
            };

        Assert.Equal(
            "does not apply: the second sending had no answer to judge",
            Sample.Said("stable", Sample.Valid, first, repeat: second)
        );
    }

    [Theory]
    [InlineData("sesam", "does not apply: the request carried no key long enough to tell")]
    [InlineData("sesame", "holds: no answer holds the API key")]
    public void Of_a_key_that_might_stand_anywhere_by_chance(string key, string said) =>
        Assert.Equal(
            said,
            Sample.Said(
                "key-not-echoed",
                Sample.Valid,
                Sample.Answered(Sample.Valid, 200, Sample.Created),
                new JudgeOptions { ApiKey = key }
            )
        );

    [Fact]
    public void Of_a_request_that_knows_no_key()
    {
        var open = Sample.Valid with { Request = Sample.Valid.Request with { KeyHeader = null } };

        Assert.Equal(
            "does not apply: the request carried no key long enough to tell",
            Sample.Said(
                "key-not-echoed",
                open,
                Sample.Answered(open, 200, Sample.Created),
                new JudgeOptions { ApiKey = "sesame" }
            )
        );
    }

    [Fact]
    public void Says_which_rule_tolerates_what_it_asked_about() =>
        Assert.Equal(
            "tolerated by v1-scalar-as-text: numbers and booleans become text",
            Sample.Said(
                "invalid-rejected",
                Sample.Number,
                Sample.Answered(Sample.Number, 200, Sample.Created),
                new JudgeOptions { Policy = "fastapi-pydantic-v1" }
            )
        );

    [Fact]
    public void Has_nothing_to_say_where_no_answer_came() =>
        Assert.Empty(
            new Judge(Sample.Schemas, new JudgeOptions()).Explain(
                Sample.Valid,
                Sample.Answered(Sample.Valid, 200, "") with
                {
                    Answer = null,
                }
            )
        );
}
