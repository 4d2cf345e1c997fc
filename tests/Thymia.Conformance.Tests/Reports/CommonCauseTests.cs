using System.Globalization;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Reports;

public sealed class CommonCauseTests
{
    private const string ServerError = "no-server-error";

    private readonly RunRecord _run = new();

    [Fact]
    public void Names_the_property_that_every_failing_request_lacks()
    {
        Add("{\"a\":1,\"hook\":\"x\"}", fails: false);
        Add("{\"a\":2,\"hook\":\"y\"}", fails: false);
        Add("{\"a\":1}", fails: true);
        Add("{\"a\":2,\"b\":3}", fails: true);

        var group = Assert.Single(_run.Groups);
        Assert.Equal("whenever hook is absent", group.When);
        Assert.Equal(2, group.Cases);
        Assert.StartsWith(
            "POST /v1/calls, whenever hook is absent: found status 500, expected ",
            group.Sentence,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "{\"a\":1,\"f\":false,\"phone\":\"1\"}",
        "{\"a\":2,\"f\":false,\"phone\":\"2\"}",
        "whenever phone is present"
    )]
    [InlineData(
        "{\"a\":1,\"lang\":\"id\",\"f\":false}",
        "{\"a\":2,\"lang\":\"id\",\"f\":false}",
        "whenever lang is \"id\""
    )]
    [InlineData("{\"a\":1,\"lang\":\"id\",\"f\":true}", "{\"a\":2,\"lang\":\"en\",\"f\":true}", "whenever f is true")]
    public void Names_what_every_failing_request_has(string one, string other, string when)
    {
        Add("{\"a\":1,\"f\":false}", fails: false);
        Add("{\"a\":2,\"lang\":\"en\",\"f\":false}", fails: false);
        Add(one, fails: true);
        Add(other, fails: true);

        Assert.Equal(when, Assert.Single(_run.Groups).When);
    }

    [Fact]
    public void Names_a_length_that_only_failing_requests_have()
    {
        Add("{\"l\":\"short\"}", fails: false);
        Add("{\"l\":\"" + new string('x', 255) + "\"}", fails: false);
        Add("{\"l\":\"" + new string('x', 256) + "\"}", fails: true);
        Add("{\"l\":\"" + new string('y', 900) + "\"}", fails: true);

        Assert.Equal("whenever l is longer than 255 characters", Assert.Single(_run.Groups).When);
    }

    [Fact]
    public void Names_nothing_where_a_passing_request_has_it_too()
    {
        Add("{\"a\":1}", fails: false);
        Add("{\"a\":2}", fails: false);
        Add("{\"a\":3}", fails: true);
        Add("{\"a\":4}", fails: true);

        Assert.All(_run.Groups, g => Assert.Null(g.When));
    }

    [Fact]
    public void Names_nothing_after_a_single_failure()
    {
        Add("{\"a\":1}", fails: false);
        Add("{\"a\":2}", fails: false);
        Add("{\"b\":3}", fails: true);

        Assert.Null(Assert.Single(_run.Groups).When);
    }

    [Fact]
    public void Takes_what_fails_otherwise_for_passing()
    {
        Add("{\"a\":1,\"hook\":\"x\"}", "response-schema");
        Add("{\"a\":2,\"hook\":\"y\"}", "response-schema");
        Add("{\"a\":1}", fails: true);
        Add("{\"a\":2,\"b\":3}", fails: true);

        Assert.Equal("whenever hook is absent", _run.Groups.Single(g => g.Check == ServerError).When);
        Assert.Null(_run.Groups.Single(g => g.Check == "response-schema").When);
    }

    [Fact]
    public void Says_that_nearly_every_rejection_is_wrong()
    {
        for (var i = 0; i < 10; i++)
        {
            HearRejection($"/p{i}", fails: i > 0);
        }

        var group = Assert.Single(_run.Groups);
        Assert.Equal("in 9 of 10 rejections", group.When);
    }

    [Fact]
    public void Keeps_rejections_apart_where_only_some_are_wrong()
    {
        for (var i = 0; i < 10; i++)
        {
            HearRejection($"/p{i}", fails: i > 5);
        }

        Assert.Equal(4, _run.Groups.Count);
    }

    [Fact]
    public void Holds_every_finding_once_where_many_constraints_are_unenforced()
    {
        foreach (var place in Enumerable.Range(1, 13).Select(n => $"/p{n}x"))
        {
            Add(
                RejectedAt(place),
                200,
                NotAt(place) with
                {
                    Check = "invalid-rejected",
                    Location = $"request body at {place}",
                }
            );
        }

        foreach (var place in new[] { "/p2x", "/p5x", "/p9x" })
        {
            var pair = RejectedAt(place);
            Add(
                pair with
                {
                    Mutation = pair.Mutation! with { Further = RejectedAt("/other").Mutation },
                },
                422,
                NotAt(place)
            );
        }

        var group = Assert.Single(_run.Groups);
        Assert.Equal("for 13 of 16 invalid requests", group.When);
        Assert.Equal(16, group.Findings.Count);
    }

    [Theory]
    [InlineData(4, 1, "for 4 of 5 valid requests")]
    [InlineData(3, 1, null)]
    [InlineData(2, 0, null)]
    public void Says_that_nearly_every_valid_request_fails(int failing, int passing, string? when)
    {
        for (var i = 0; i < failing + passing; i++)
        {
            Add($"{{\"a\":{i}}}", fails: i < failing);
        }

        Assert.All(_run.Groups, g => Assert.Equal(when, g.When));
    }

    [Fact]
    public void Says_that_nearly_every_invalid_request_fails()
    {
        foreach (var place in new[] { "/a", "/b", "/c" })
        {
            Add(
                RejectedAt(place),
                200,
                NotAt(place) with
                {
                    Check = "invalid-rejected",
                    Location = $"request body at {place}",
                }
            );
        }

        Assert.Equal("for 3 of 3 invalid requests", Assert.Single(_run.Groups).When);
    }

    [Fact]
    public void Counts_what_fails_elsewhere_with_the_same_words_to_it()
    {
        for (var i = 0; i < 4; i++)
        {
            HearRejection("/detail", fails: true);
        }

        Add(
            RejectedAt("/detail") with
            {
                Expectation = new Expectation.Refused([415], "by sense"),
            },
            422,
            NotAt("/detail")
        );
        Add(
            RejectedAt("/other") with
            {
                Expectation = new Expectation.Refused([415], "by sense"),
            },
            422,
            NotAt("/other")
        );

        Assert.Equal([("in 4 of 4 rejections", 5), (null, 1)], _run.Groups.Select(g => (g.When, g.Cases)));
    }

    [Fact]
    public void Takes_what_is_found_within_a_place_for_the_same_cause_as_the_place()
    {
        foreach (
            var place in new[]
            {
                "/detail/0/input/user/name",
                "/detail/1/input",
                "/detail/0/input/name",
                "/detail/0/inputs",
            }
        )
        {
            Add(
                RejectedAt(place) with
                {
                    Expectation = new Expectation.Refused([422], "by sense"),
                },
                422,
                NotAt(place) with
                {
                    Expected = "none",
                }
            );
        }

        Assert.Equal([3, 1], _run.Groups.Select(g => g.Cases));
    }

    private void Add(string body, bool fails) => Add(body, fails ? ServerError : null);

    private void Add(string body, string? check) =>
        Add(
            ValidWith(body),
            200,
            check is not null
                ? new Finding
                {
                    Check = check,
                    CaseId = "",
                    Operation = "POST /v1/calls",
                    Location = "request body",
                    Found = "status 500",
                    Expected = "a status below 500",
                    Source = "by sense",
                }
                : null
        );

    private static TestCase ValidWith(string body)
    {
        var plain = Runs.Case("body:optional:none");
        return plain with { Request = plain.Request with { Body = Encoding.UTF8.GetBytes(body) } };
    }

    private void HearRejection(string place, bool fails) => Add(RejectedAt(place), 422, fails ? NotAt(place) : null);

    private static TestCase RejectedAt(string place) =>
        ValidWith("{}") with
        {
            Expectation = new Expectation.Rejected(422, [Location.At(place)]),
            Mutation = new Mutation
            {
                Constraint = new Constraint(Location.At(place), "type", "", ""),
                Location = Location.At(place),
                Kind = "null",
            },
        };

    private static Finding NotAt(string place) =>
        new()
        {
            Check = "error-location",
            CaseId = "",
            Operation = "POST /v1/calls",
            Location = "answer body at " + place,
            Found = "[]",
            Expected = place,
            Source = "x",
        };

    private void Add(TestCase testCase, int status, Finding? finding)
    {
        var named = testCase with { Id = "case-" + (_run.Totals.Cases + 1).ToString(CultureInfo.InvariantCulture) };
        var exchange = new Exchange
        {
            Request = named.Request,
            SentAt = default,
            Duration = default,
            Answer = new Answer
            {
                Status = status,
                Headers = [],
                Body = Encoding.UTF8.GetBytes("{}"),
            },
        };
        Verdict verdict = finding is null
            ? new Verdict.Passed()
            : new Verdict.Failed([finding with { CaseId = named.Id }]);
        _run.OnEvent(new RunEvent.CaseJudged(named, exchange, verdict));
    }
}
