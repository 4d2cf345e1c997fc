using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>Keys and personal data that come back in answers.</summary>
public sealed class AnswerLeakTests
{
    private const string Key = "sesame-1234";

    [Theory]
    [InlineData(KeyUse.Configured, Key, true)]
    [InlineData(KeyUse.Absent, Key, false)]
    [InlineData(KeyUse.Wrong, MadeUpKey.Text, true)]
    [InlineData(KeyUse.Wrong, "thymia-conformance-1-182886dd", false)]
    [InlineData(KeyUse.Extended, Key + "-x", true)]
    public void Finds_the_key_that_was_sent_in_an_answer(KeyUse use, string text, bool found)
    {
        var keyed = Sample.Valid with { Request = Sample.Valid.Request with { Key = use } };
        var answer = Sample.Answered(
            keyed,
            200,
            Sample.Created.Replace("created\"", $"{text}\"", StringComparison.Ordinal)
        );

        var verdict = new Judge(Sample.Schemas, new JudgeOptions { ApiKey = Key }).Decide(keyed, answer);

        Assert.Equal(found, verdict is Verdict.Failed { Findings: [{ Check: "key-not-echoed" }] });
    }

    [Fact]
    public void Finds_the_key_in_a_header()
    {
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created);
        answer = answer with
        {
            Answer = answer.Answer! with { Headers = [.. answer.Answer.Headers, new("X-Debug", $"key={Key}")] },
        };

        var failed = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, new JudgeOptions { ApiKey = Key }).Decide(Sample.Valid, answer)
        );

        Assert.Equal("answer header X-Debug", failed.Findings.Single().Location);
    }

    [Theory]
    [InlineData("\"status\":\"created\"", "\"status\":\"born 1990-08-24\"", "answer body at /status")]
    [InlineData("\"status\":\"created\"", "\"status\":\"born 1990\\u002d08-24\"", "answer body at /status")]
    [InlineData(
        "\"userLabel\":\"label-1\"",
        "\"userLabel\":\"label-1\",\"dateOfBirth\":\"1990-08-24\"",
        "answer body at /user/dateOfBirth"
    )]
    [InlineData(
        "\"userLabel\":\"label-1\"",
        "\"userLabel\":\"label-1\",\"birthSex\":\"MALE\"",
        "answer body at /user/birthSex"
    )]
    [InlineData("\"status\"", "\"language\":\"en-GB\",\"status\"", "answer body at /language")]
    public void Finds_what_leaks(string before, string after, string place)
    {
        var finding = Sample
            .Findings(Sample.Valid, 200, Sample.Created.Replace(before, after, StringComparison.Ordinal))
            .Single();

        Assert.StartsWith($"personal-data-not-echoed: POST /v1/calls, {place}: ", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("1990", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("born 1990-08-24")]
    [InlineData("born 1990\\u002d08-24")]
    public void Finds_what_leaks_from_a_rejection(string message)
    {
        var body = Sample
            .Errors("""["body","user","birthSex"]""")
            .Replace("\"msg\":\"", $"\"msg\":\"{message} ", StringComparison.Ordinal);
        Assert.NotEqual(Sample.Errors("""["body","user","birthSex"]"""), body);

        var finding = Sample.Findings(Sample.LowerCaseSex, 422, body).Single();

        Assert.StartsWith(
            "personal-data-not-echoed: POST /v1/calls, answer body at /detail/*/msg: ",
            finding,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("X-Debug", "born 1990-08-24")]
    [InlineData("X-Debug", "1990-08-24")]
    public void Finds_what_leaks_into_a_header(string name, string value)
    {
        var answer = Sample.Answered(Sample.LowerCaseSex, 422, Sample.Errors("""["body","user","birthSex"]"""));
        answer = answer with
        {
            Answer = answer.Answer! with { Headers = [.. answer.Answer.Headers, new(name, value)] },
        };

        var failed = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, Sample.Judging).Decide(Sample.LowerCaseSex, answer)
        );

        Assert.Equal($"answer header {name}", failed.Findings.Single().Location);
    }

    [Fact]
    public void Lets_an_agent_come_back_with_whatever_was_put_in()
    {
        const string Agent = "\"agent\":{\"born\":\"1990-08-24\"}";
        var sent = Sample.WithBody(
            $$"""
            {"user":{"userLabel":"label-1","dateOfBirth":"1990-08-24","birthSex":"MALE"},"language":"en",{{Agent}}}
            """
        );
        var answer = Sample.Created[..Sample.Created.IndexOf("\"agent\"", StringComparison.Ordinal)] + Agent + "}";

        Assert.Empty(Sample.Findings(sent, 200, answer));
    }

    [Fact]
    public void Finds_errors_that_repeat_their_input_unless_the_policy_knows_them()
    {
        var body = Sample
            .Errors("""["body","user","birthSex"]""")
            .Replace(
                "\"value_error\"",
                "\"enum\",\"input\":{\"dateOfBirth\":\"1990-08-24\"}",
                StringComparison.Ordinal
            );
        var answer = Sample.Answered(Sample.LowerCaseSex, 422, body);

        var strict = Assert.IsType<Verdict.Failed>(
            new Judge(Sample.Schemas, Sample.Judging).Decide(Sample.LowerCaseSex, answer)
        );
        var lenient = new Judge(Sample.Schemas, new JudgeOptions { Policy = "fastapi-pydantic-v2" }).Decide(
            Sample.LowerCaseSex,
            answer
        );

        Assert.Equal("answer body at /detail/*/input/dateOfBirth", strict.Findings.Single().Location);
        Assert.Equal("v2-input-echoed", Assert.IsType<Verdict.Tolerated>(lenient).Rule);
    }
}
