using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>What any answer must be, whatever the description says of it.</summary>
public sealed class AnswerFormTests : OtherApi
{
    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 204)]
    [InlineData("GET", 304)]
    public void Judges_no_body_where_there_can_be_none(string method, int status)
    {
        var api = Api(
            $"        '200': {{description: ok, {Json}}}\n        '204': {{description: ok, {Json}}}\n        '304': "
                + $"{{description: ok, {Json}}}\n"
        );
        var plain = Case(api);

        Assert.Empty(Findings(api, plain with { Request = plain.Request with { Method = method } }, status, "", ""));
    }

    [Theory]
    [InlineData("", "found an empty body, expected")]
    [InlineData(
        "\uFEFF{}",
        "found a byte order mark before the JSON text, expected a JSON text without one (RFC 8259, 8.1)"
    )]
    public void Names_what_keeps_a_body_from_being_read(string body, string finding) =>
        Assert.Contains(finding, Assert.Single(Sample.Findings(Sample.Valid, 200, body)), StringComparison.Ordinal);

    [Fact]
    public void Names_a_coding_that_nobody_asked_for() =>
        Assert.Contains(
            "found a body in the coding \"zstd\", which the request did not accept",
            Sample.Said(
                "response-schema",
                Sample.Valid,
                Sample.Answered(Sample.Valid, 200, "(µ/ý").With(("Content-Encoding", "zstd"))
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Content-Type", "text/plain", true)]
    [InlineData("content-type", "application/json", false)]
    [InlineData("Set-Cookie", "a=1", false)]
    public void Finds_a_header_of_one_value_that_has_two(string name, string value, bool found)
    {
        var answer = Sample.Answered(Sample.Valid, 200, Sample.Created).With(("Set-Cookie", "b=2"), (name, value));

        Assert.Equal(
            !found,
            Sample.Said("header-once", Sample.Valid, answer).StartsWith("holds", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Finds_a_missing_list_of_methods_once_in_a_run()
    {
        var judge = new Judge(Sample.Schemas, new JudgeOptions());
        var verdicts = Enumerable
            .Range(0, 3)
            .Select(i => Sample.Refused("method", 405) with { Id = $"other-{i}" })
            .Select(c => judge.Decide(c, Sample.Answered(c, 405, "", "")))
            .ToList();

        Assert.Equal("allow-listed", Assert.Single(Assert.IsType<Verdict.Failed>(verdicts[0]).Findings).Check);
        Assert.All(verdicts.Skip(1), v => Assert.IsType<Verdict.Passed>(v));
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[{"d":1,"d":2}]}}""", "answer body at /b/c/0/d: found the name twice")]
    [InlineData("""{"a":1,"\u0061":2}""", "answer body at /a: found the name twice")]
    [InlineData("""{"a":1,"A":2,"b":{"a":1}}""", "holds")]
    public void Finds_a_name_that_stands_twice(string body, string said) =>
        Assert.Contains(
            said,
            Sample.Said("names-once", Sample.Valid, Sample.Answered(Sample.Valid, 200, body)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Finds_a_name_twice_among_many()
    {
        var members = string.Join(',', Enumerable.Range(0, 40).Append(7).Select(i => $"\"n{i}\":1"));

        Assert.Contains(
            "at /n7: found the name twice",
            Sample.Said("names-once", Sample.Valid, Sample.Answered(Sample.Valid, 200, $"{{{members}}}")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Traceback (most recent call last):", "a stack trace")]
    [InlineData("   at Clinic.Calls.Create(String id) in /src/Calls.cs:line 12", "a stack trace")]
    [InlineData("at com.example.Calls.create(Calls.java:17)", "a stack trace")]
    [InlineData("Error: x\\n    at create (/srv/app/calls.js:3:14)", "a stack trace")]
    [InlineData("app/calls.rb:12:in `create'", "a stack trace")]
    [InlineData("cannot read /usr/lib/clinic/calls.py", "a path of the provider's files")]
    [InlineData("SQLSTATE[23000]: Integrity constraint violation", "an error of the database")]
    [InlineData("SELECT id FROM calls WHERE label = 'x'", "an error of the database")]
    [InlineData("select a date from the list where it says so", null)]
    [InlineData("see https://example.com/app/docs/errors.html", null)]
    [InlineData("the file at line 3 is not a date (in user)", null)]
    public void Finds_what_a_provider_is_made_of(string text, string? what)
    {
        var answer = Sample.Answered(
            Sample.LowerCaseSex,
            422,
            Sample.Errors("""["body","user","birthSex"]""").Replace("wrong", text, StringComparison.Ordinal)
        );

        Assert.Contains(
            what is null ? "holds" : $"found {what}",
            Sample.Said("internals-hidden", Sample.LowerCaseSex, answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lets_a_refusal_repeat_what_was_sent()
    {
        var sent = Sample.Invalid("/user/birthSex", "enum", "lower-case", "\"MALE\"", "\"SQLSTATE\"");

        Assert.StartsWith(
            "holds",
            Sample.Said(
                "internals-hidden",
                sent,
                Sample.Answered(
                    sent,
                    422,
                    Sample
                        .Errors("""["body","user","birthSex"]""")
                        .Replace("wrong", "SQLSTATE", StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Finds_the_same_error_twice() =>
        Assert.Contains(
            "answer body at /detail/1: found an error that stands before it as well, expected each error once",
            Sample.Said(
                "error-structure",
                Sample.LowerCaseSex,
                Sample.Answered(
                    Sample.LowerCaseSex,
                    422,
                    Sample.Errors("""["body","user","birthSex"]""", """["body","user","birthSex"]""")
                )
            ),
            StringComparison.Ordinal
        );
}
