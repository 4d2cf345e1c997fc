using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// A judge of a resumed run knows what the part before has judged; and several breaks are all asked about.
/// </summary>
public sealed class RecallTests
{
    private const string Both = """["body","language"]""";
    private const string Sex = """["body","user","birthSex"]""";

    private static readonly TestCase Twice = Sample.LowerCaseSex with
    {
        Expectation = new Expectation.Rejected(422, [Location.At("/user/birthSex")])
        {
            Others = [Location.At("/language")],
        },
    };

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Knows_the_ids_that_the_same_provider_gave_before(bool isSame, bool passes)
    {
        var judge = new Judge(Sample.Schemas, Sample.Judging);
        var other = Sample.Valid with { Id = "another" };

        judge.Recall(Sample.Valid, Sample.Answered(Sample.Valid, 200, Sample.Created), 0, isSame);

        Assert.Equal(passes, judge.Decide(other, Sample.Answered(other, 200, Sample.Created)) is Verdict.Passed);
    }

    [Fact]
    public void Counts_on_from_what_was_asked_before()
    {
        var first = new Judge(Sample.Schemas, Sample.Judging);
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created);
        var asked = first.Weigh(Sample.Valid, answer, default).Asked;
        var second = new Judge(Sample.Schemas, Sample.Judging);

        second.Recall(
            Sample.Valid,
            answer with
            {
                Answer = answer.Answer! with { Body = default },
            },
            asked,
            isSame: true
        );
        second.Recall(Sample.Valid, answer, asked, isSame: true);

        Assert.Equal(first.Asked.ToDictionary(a => a.Key, a => 2 * a.Value), second.Asked);
        Assert.Equal(
            [
                "personal-data-not-echoed",
                "no-server-error",
                "valid-accepted",
                "header-once",
                "names-once",
                "status-documented",
                "content-type",
                "response-schema",
                "personal-answers-private",
                "no-answer",
                "echo",
                "status-given",
                "created-at",
                "id-unique",
            ],
            first.Asked.Where(a => a.Value > 0).Select(a => a.Key)
        );
    }

    [Fact]
    public void Finds_a_break_that_is_not_listed_beside_the_other() =>
        Assert.Equal(
            [
                "error-complete: POST /v1/calls, answer body at /detail: found [\"body\", \"user\", \"birthSex\"], "
                    + "expected [\"body\", \"language\"] as well (HTTPValidationError.detail: a list of errors)",
            ],
            Sample.Findings(Twice, 422, Sample.Errors(Sex))
        );

    [Fact]
    public void Finds_nothing_where_both_are_listed() =>
        Assert.Empty(Sample.Findings(Twice, 422, Sample.Errors(Both, Sex)));

    [Fact]
    public void Names_every_error_where_none_is_right() =>
        Assert.Contains(
            "found [\"body\", \"agent\"] and [\"body\", \"x\"] for \"male\" (lower-case), expected [\"body\", "
                + "\"user\", \"birthSex\"]",
            Sample
                .Findings(Sample.LowerCaseSex, 422, Sample.Errors("""["body","agent"]""", """["body","x"]"""))
                .Single(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Finds_the_first_error_astray() =>
        Assert.Contains(
            "answer body at /detail/0/loc: found [\"body\", \"agent\"]",
            Sample.Findings(Sample.LowerCaseSex, 422, Sample.Errors("""["body","agent"]""", Sex)).Single(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Takes_one_break_that_the_framework_coerces_for_none()
    {
        var coerced = Sample.Number with
        {
            Expectation = new Expectation.Rejected(422, [Location.At("/user/userLabel")])
            {
                Others = [Location.At("/user/birthSex")],
            },
            Mutation = Sample.Number.Mutation! with { Further = Sample.LowerCaseSex.Mutation },
        };
        var options = new JudgeOptions { Policy = "fastapi-pydantic-v1" };

        var listed = Sample.Said("error-location", coerced, Sample.Answered(coerced, 422, Sample.Errors(Sex)), options);
        var accepted = Sample.Said("invalid-rejected", coerced, Sample.Answered(coerced, 200, Sample.Created), options);

        Assert.StartsWith("tolerated by v1-scalar-as-text", listed, StringComparison.Ordinal);
        Assert.StartsWith(
            "POST /v1/calls, request body at /user/userLabel: found status 200",
            accepted,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Says_which_vocabulary_is_used_in_place_of_the_policy_s()
    {
        var errors = Sample.Errors(Sex).Replace("value_error", "string_type", StringComparison.Ordinal);

        Assert.Equal(
            "POST /v1/calls, answer body at /detail/*/type: found \"string_type\", a word of fastapi-pydantic-v2, "
                + "expected words of fastapi-pydantic-v1 (the policy)",
            Sample.Said(
                "error-vocabulary",
                Sample.LowerCaseSex,
                Sample.Answered(Sample.LowerCaseSex, 422, errors),
                new JudgeOptions { Policy = "fastapi-pydantic-v1" }
            )
        );
    }

    [Fact]
    public void Takes_a_word_that_no_framework_uses_for_the_provider_s_own()
    {
        var errors = Sample.Errors(Sex).Replace("value_error", "E17", StringComparison.Ordinal);

        Assert.StartsWith(
            "holds: ",
            Sample.Said(
                "error-vocabulary",
                Sample.LowerCaseSex,
                Sample.Answered(Sample.LowerCaseSex, 422, errors),
                new JudgeOptions { Policy = "fastapi-pydantic-v1" }
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(429, null, "the provider limits the rate of requests (status 429)")]
    [InlineData(503, "1", "the provider is unavailable for a while (status 503 with Retry-After)")]
    [InlineData(null, null, "no answer")]
    public void Says_why_it_cannot_tell(int? status, string? retryAfter, string reason)
    {
        var exchange = Sample.Answered(Sample.Valid, status ?? 0, "");
        exchange =
            status is null ? exchange with { Answer = null }
            : retryAfter is null ? exchange
            : exchange.With(("Retry-After", retryAfter));

        Assert.Equal(
            new Verdict.Inconclusive(reason),
            new Judge(Sample.Schemas, Sample.Judging).Decide(Sample.Valid, exchange)
        );
    }
}
