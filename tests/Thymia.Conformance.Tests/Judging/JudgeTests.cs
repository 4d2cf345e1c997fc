using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Judging;

public sealed class JudgeTests
{
    private const string SexLoc = """["body","user","birthSex"]""";

    [Fact]
    public void Passes_a_valid_request_that_is_answered_as_documented() =>
        Assert.IsType<Verdict.Passed>(Sample.Judged(Sample.Valid, 200, Sample.Created));

    [Fact]
    public void Passes_an_invalid_request_that_is_rejected_as_documented() =>
        Assert.IsType<Verdict.Passed>(Sample.Judged(Sample.LowerCaseSex, 422, Sample.Errors(SexLoc)));

    [Fact]
    public void Finds_nothing_but_the_acceptance_where_invalid_input_is_accepted() =>
        Assert.Equal(
            [
                "invalid-rejected: POST /v1/calls, request body at /user/birthSex: found status 200 for \"male\" "
                    + "(lower-case), expected status 422 (UserDetails.birthSex, enum)",
            ],
            Sample.Findings(Sample.LowerCaseSex, 200, "no JSON at all", "text/html")
        );

    [Fact]
    public void Finds_nothing_but_the_server_error_where_the_provider_fails() =>
        Assert.Equal(
            [
                "no-server-error: POST /v1/calls, request body at /user/birthSex: found status 500 for \"male\" "
                    + "(lower-case), expected status 422 (by sense: no input may make a provider fail)",
            ],
            Sample.Findings(Sample.LowerCaseSex, 500, "Internal Server Error", "text/plain")
        );

    [Fact]
    public void Finds_a_valid_request_refused_and_says_what_is_blamed() =>
        Assert.Equal(
            [
                "valid-accepted: POST /v1/calls, request body: found status 422 for a valid request (documented), "
                    + "blaming [\"body\", \"user\", \"birthSex\"], expected status 200 (responses/200)",
            ],
            Sample.Findings(Sample.Valid, 422, Sample.Errors(SexLoc))
        );

    [Fact]
    public void Finds_a_rejection_with_a_status_outside_the_contract() =>
        Assert.Equal(
            [
                "status-documented: POST /v1/calls, answer status: found status 400 for \"male\" (lower-case), "
                    + "expected one of the documented statuses 200, 422 (responses)",
            ],
            Sample.Findings(Sample.LowerCaseSex, 400, "{}")
        );

    [Fact]
    public void Finds_a_redirect_and_says_where_it_leads()
    {
        var redirect = Sample.Answered(Sample.Valid, 307, "");
        redirect = redirect with
        {
            Answer = redirect.Answer! with { Headers = [new("Location", "https://example.org/\u001b[31m")] },
        };

        var failed = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, new JudgeOptions()).Decide(Sample.Valid, redirect)
        );

        Assert.Equal("status-documented", failed.Findings.Single().Check);
        Assert.EndsWith(
            @"a redirect to https://example.org/\u001b[31m",
            failed.Findings.Single().Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tolerates_a_documented_refusal_of_what_only_the_schema_allows()
    {
        var unlikely = Sample.Valid with { Tier = Tier.SchemaOnly };

        var tolerated = Assert.IsType<Verdict.Tolerated>(Sample.Judged(unlikely, 422, Sample.Errors(SexLoc)));

        Assert.Equal("schema-only-refused", tolerated.Rule);
        Assert.Equal("valid-accepted: ", Sample.Findings(unlikely, 400, "{}").Single()[..16]);
    }

    [Fact]
    public void Still_judges_the_form_of_a_tolerated_refusal() =>
        Assert.StartsWith(
            "error-structure: ",
            Sample.Findings(Sample.Valid with { Tier = Tier.SchemaOnly }, 422, """{"detail":"no"}""").Single(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Demands_what_only_the_schema_allows_when_told_to()
    {
        var unlikely = Sample.Valid with { Tier = Tier.SchemaOnly };
        var judge = new Judge(Sample.Schemas, new JudgeOptions { DemandSchemaOnly = true });

        Assert.IsType<Verdict.Failed>(judge.Decide(unlikely, Sample.Answered(unlikely, 422, Sample.Errors(SexLoc))));
    }

    [Theory]
    [InlineData(415, 0)]
    [InlineData(422, 0)]
    [InlineData(200, 1)]
    [InlineData(302, 1)]
    public void Takes_any_status_that_sense_allows_where_the_contract_is_silent(int status, int findings)
    {
        var text = Sample.Valid with
        {
            Keyword = "contentType",
            Kind = "text-plain",
            Expectation = new Expectation.Refused(Expectation.AnyClientError, "only JSON is documented"),
        };

        var found = Sample.Findings(text, status, Sample.Errors(SexLoc));

        Assert.Equal(findings, found.Count);
        Assert.All(found, f => Assert.EndsWith("(by sense: only JSON is documented)", f, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, true)]
    public void Cannot_tell_where_the_provider_asks_for_patience(int status, bool retryAfter)
    {
        var exchange = Sample.Answered(Sample.Valid, status, "");
        exchange = exchange with
        {
            Answer = exchange.Answer! with { Headers = retryAfter ? [new("Retry-After", "1")] : [] },
        };

        Assert.IsType<Verdict.Inconclusive>(
            new Judge(Sample.Schemas, new JudgeOptions()).Decide(Sample.Valid, exchange)
        );
    }

    [Fact]
    public void Cannot_tell_where_no_answer_came()
    {
        var exchange = new Exchange
        {
            Request = Sample.Valid.Request,
            Failure = "timed out after 30 s",
            SentAt = default,
            Duration = default,
        };

        var verdict = new Judge(Sample.Schemas, new JudgeOptions()).Decide(Sample.Valid, exchange);

        Assert.Equal(new Verdict.Inconclusive("timed out after 30 s"), verdict);
    }

    [Fact]
    public void Explains_what_each_check_made_of_an_exchange()
    {
        var reports = new Judge(Sample.Schemas, Sample.Judging).Explain(
            Sample.LowerCaseSex,
            Sample.Answered(Sample.LowerCaseSex, 200, "{}")
        );

        Assert.Equal(CheckCatalogue.All.Select(c => c.Id), reports.Select(r => r.Check));
        Assert.Contains(reports, r => r is { Check: "invalid-rejected", IsBroken: true });
        Assert.Contains(reports, r => r.Reasoning == "not asked: invalid-rejected already found the cause");
        Assert.Contains(reports, r => r.Reasoning == "does not apply: the request is not valid");
    }
}
