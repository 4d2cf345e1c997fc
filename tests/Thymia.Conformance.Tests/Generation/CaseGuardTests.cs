using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Proving;

namespace Thymia.Conformance.Tests.Generation;

public sealed class CaseGuardTests
{
    private readonly CaseGuard _guard = Fixtures.Load(Fixtures.Contract).Guard;

    [Fact]
    public void Refuses_a_valid_case_whose_payload_is_invalid()
    {
        var forged = WithBody(Case("body:optional:none"), "{\"language\":\"en\",\"agent\":{}}");
        Assert.Equal(
            "said to be valid, yet the schema check finds 'required' broken at '/user'",
            _guard.Contradiction(forged)
        );
    }

    [Fact]
    public void Refuses_a_valid_case_that_is_no_strict_JSON()
    {
        var made = Case("body:optional:none");
        Assert.Contains(
            "'json'",
            _guard.Contradiction(WithBody(made, Body(made) + "// comment")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Refuses_an_invalid_case_that_breaks_nothing()
    {
        var forged = Case("language:enum:lower-case") with { Request = Case("body:optional:none").Request };
        Assert.Equal(
            "said to break language enum, yet the schema check finds nothing wrong",
            _guard.Contradiction(forged)
        );
    }

    [Fact]
    public void Refuses_an_invalid_case_that_breaks_another_constraint()
    {
        var forged = Case("language:enum:lower-case") with { Request = Case("user.birthSex:enum:outsider").Request };
        Assert.Contains("'enum' broken at '/user/birthSex'", _guard.Contradiction(forged), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_invalid_case_that_breaks_one_constraint_too_many()
    {
        var made = Case("language:enum:outsider");
        var forged = WithBody(made, Body(made).Replace("\"agent\":{", "\"agent\":1,\"x\":{", StringComparison.Ordinal));
        Assert.Equal(
            "said to break language enum alone, yet the schema check finds 'type' broken at '/agent'",
            _guard.Contradiction(forged)
        );
    }

    [Fact]
    public void Takes_a_second_violation_that_comes_by_necessity()
    {
        var made = Case("language:type:number");
        Assert.Contains(made.Mutation!.Implied, i => i == new ExpectedViolation("/language", "enum"));
        Assert.Null(_guard.Contradiction(made));
    }

    [Fact]
    public void Refuses_a_second_violation_that_was_not_declared()
    {
        var made = Case("language:type:number");
        var forged = made with { Mutation = made.Mutation! with { Implied = [] } };
        Assert.Contains("alone", _guard.Contradiction(forged), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_malformed_JSON_that_is_well_formed()
    {
        var forged = Case("body:json:cut-in-the-middle") with { Request = Case("body:optional:none").Request };
        Assert.Contains("nothing wrong", _guard.Contradiction(forged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header.x-api-key:required:absent")]
    [InlineData("header.x-api-key:security:wrong")]
    [InlineData("body:contentType:text-plain")]
    [InlineData("body:requestBody:absent")]
    [InlineData("request:method:get")]
    [InlineData("request:path:misspelled")]
    public void Refuses_a_request_said_to_be_wrong_that_is_right(string id)
    {
        var made = Case(id);
        Assert.Null(_guard.Contradiction(made));
        var forged = made with { Request = Case("body:optional:none").Request };
        Assert.EndsWith("yet the request honours it", _guard.Contradiction(forged), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_wrong_key_around_a_wrong_body()
    {
        var forged = WithBody(Case("header.x-api-key:security:wrong"), "{}");
        Assert.Contains("'required' broken at '/user'", _guard.Contradiction(forged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query.limit:maximum:one-step-above", "said to break query limit maximum")]
    [InlineData("query.state:required:absent", "said to break query state required")]
    [InlineData("path.branch:type:text", "said to break path branch type")]
    [InlineData("header.X-Trace:format:not-a-uuid", "said to break header X-Trace format")]
    public void Refuses_a_parameter_said_to_be_broken_that_is_right(string id, string expected)
    {
        var (generators, guard) = Fixtures.Load("library-3.1.yaml");
        var cases = generators[0].Enumerated.Select(p => p.Make()).ToList();
        var made = Assert.Single(cases, c => c.Id.EndsWith(":" + id, StringComparison.Ordinal));
        Assert.Null(guard.Contradiction(made));
        var sound = cases.First(c => c.IsValid && c.Kind == "present");
        Assert.StartsWith(
            expected,
            guard.Contradiction(made with { Request = sound.Request }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "said to have a valid",
            guard.Contradiction(sound with { Request = made.Request }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_three_violations_at_most()
    {
        var forged = WithBody(Case("body:optional:none"), """{"user":1,"language":2,"agent":3,"deleteData":4}""");
        Assert.Equal(
            "said to be valid, yet the schema check finds 'type' broken at '/user' and 'type' broken at '/language' "
                + "and 'enum' broken at '/language'",
            _guard.Contradiction(forged)
        );
    }

    [Fact]
    public void Takes_any_wrong_body_where_the_case_is_about_its_notation()
    {
        Assert.Null(_guard.Contradiction(Case("body:json:two-values")));
        Assert.Null(_guard.Contradiction(Case("body:encoding:latin-1")));
        Assert.Null(_guard.Contradiction(Case("body:contentType:none")));
    }

    [Fact]
    public void Refuses_two_breaks_of_which_there_is_one()
    {
        var made = Case("language:enum:outsider");
        var second = Case("user.birthSex:enum:outsider").Mutation;
        Assert.Equal(
            "said to break user.birthSex enum, yet the schema check finds 'enum' broken at '/language'",
            _guard.Contradiction(made with { Mutation = made.Mutation! with { Further = second } })
        );
        var both = WithBody(
            made,
            Body(made)
                .Replace("\"agent\":{", "\"agent\":1,\"x\":{", StringComparison.Ordinal)
                .Replace("MALE", "OTHER", StringComparison.Ordinal)
                .Replace("FEOTHER", "OTHER", StringComparison.Ordinal)
        );
        Assert.Equal(
            "said to break language enum and user.birthSex enum alone, yet the schema check finds 'type' broken at "
                + "'/agent'",
            _guard.Contradiction(both with { Mutation = made.Mutation! with { Further = second } })
        );
    }

    private static TestCase Case(string idWithoutOperation) =>
        Assert
            .Single(Fixtures.Load(Fixtures.Contract).Generators[0].Enumerated, p =>
                p.Id == "post-v1-calls:" + idWithoutOperation
            )
            .Make();

    private static string Body(TestCase testCase) => Encoding.UTF8.GetString(testCase.Request.Body!.Value.Span);

    private static TestCase WithBody(TestCase testCase, string body) =>
        testCase with
        {
            Request = testCase.Request with { Body = Encoding.UTF8.GetBytes(body) },
        };
}
