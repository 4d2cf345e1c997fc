using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Judging.Rules;

/// <summary>Where rules come from, and what is said of files of rules that cannot be used.</summary>
public sealed class RuleBookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Knows_the_rules_of_the_shipped_contract_by_its_title_and_operations()
    {
        Assert.Equal(
            ["call-needs-body", "echo", "activity-link", "status-given", "created-at", "id-unique"],
            RuleBook.For(null, "api.yaml", Sample.Description).Rules.Select(r => r.Id)
        );
        Assert.Empty(RuleBook.For(null, "api.yaml", Described.Read(Clinic.Text)).Rules);
        Assert.Empty(RuleBook.For(null, "api.yaml", Sample.Description with { Title = "Other" }).Rules);
        Assert.Empty(RuleBook.For(null, "api.yaml", Sample.Description with { Operations = [] }).Rules);
    }

    [Fact]
    public void Passes_over_a_shipped_rule_whose_place_is_missing()
    {
        var description = Described.Read(
            Clinic
                .Text.Replace("title: Clinic", "title: Thymia API", StringComparison.Ordinal)
                .Replace("/visits", "/v1/calls", StringComparison.Ordinal)
                .Replace("number:", "id:", StringComparison.Ordinal)
        );

        var bound = RuleBook.For(null, "api.yaml", description).Bound(description, new SchemaLibrary(description));

        Assert.Equal(["call-needs-body", "id-unique"], bound.Select(r => r.Id));
    }

    [Fact]
    public void Finds_the_file_beside_the_description_and_none_where_none_is_wanted()
    {
        var api = _folder.Write("api.yaml", Clinic.Text);
        _folder.Write("api.rules.yaml", Clinic.File("kind: unique\nat: [/number]"));

        Assert.Equal(
            ["mine"],
            RunPlan
                .Read(new ConformanceOptions { Description = api }, TestContext.Current.CancellationToken)
                .Rules.Select(r => r.Id)
        );
        Assert.Contains(
            RunPlan.Read(new ConformanceOptions { Description = api }, TestContext.Current.CancellationToken).Checks,
            c => c.Id == "mine"
        );
        Assert.Empty(
            RunPlan
                .Read(
                    new ConformanceOptions { Description = api, Rules = "none" },
                    TestContext.Current.CancellationToken
                )
                .Rules
        );
    }

    [Fact]
    public void Demands_a_body_only_where_a_rule_does()
    {
        var api = _folder.Write("api.yaml", Clinic.Text);
        var rules = _folder.Write("mine.yaml", Clinic.File("kind: required-body"));

        Assert.DoesNotContain(Invalid(new ConformanceOptions { Description = api }), id =>
            id.Contains(":requestBody:", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["post-visits:body:requestBody:absent", "post-visits:body:requestBody:empty"],
            Invalid(new ConformanceOptions { Description = api, Rules = rules })
                .Where(id => id.Contains(":requestBody:", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(
        "kind: unique\nat: [/code]",
        "is about /code of the answer, which the description does not have; mend the rule."
    )]
    [InlineData(
        "kind: equals\nat: [/number]",
        "is about /number of the request, which the description does not have; mend the rule."
    )]
    [InlineData("kind: unique", "names no place; name places of the answer in 'at'.")]
    [InlineData(
        "kind: required-body\nat: [/number]",
        "names places, though it is about the whole body; leave 'at' out."
    )]
    [InlineData("kind: present-when\nat: [/link]", "does not say when; give it a condition in 'when'.")]
    [InlineData(
        "kind: unique\nat: [/number]\nwhen: {request: /note}",
        "has a condition that its kind does not know; leave 'when' out."
    )]
    [InlineData(
        "kind: unique\nat: [/number]\nform: web-address",
        "has a form that its kind does not know; leave 'form' out."
    )]
    [InlineData("kind: unique\nat: [/number]\nvalue: 1", "has a value that its kind does not know; leave 'value' out.")]
    public void Says_what_is_wrong_with_a_rule_and_on_which_line(string rule, string message)
    {
        var description = Described.Read(Clinic.Text);
        var file = _folder.Write("mine.yaml", Clinic.File(rule));

        var error = Assert.Throws<UnusableInputException>(() =>
            RuleBook.For(file, "api.yaml", description).Bound(description, new SchemaLibrary(description))
        );

        Assert.Equal(("rule-not-usable", $"mine.yaml:3: the rule 'mine' {message}"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("POST /visits", "POST /visit", "is about the operation POST /visit, which")]
    [InlineData("id: mine", "id: stable", "'stable' has the id of a check; give it another id.")]
    public void Says_what_else_is_wrong(string before, string after, string message)
    {
        var text = Clinic.File("kind: unique\nat: [/number]").Replace(before, after, StringComparison.Ordinal);
        var options = new ConformanceOptions
        {
            Description = _folder.Write("api.yaml", Clinic.Text),
            Rules = _folder.Write("mine.yaml", text),
        };

        Assert.Contains(
            message,
            Assert
                .Throws<UnusableInputException>(() => RunPlan.Read(options, TestContext.Current.CancellationToken))
                .Message,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Invalid(ConformanceOptions options) =>
        RunPlan.Read(options).Cases.Where(c => !c.IsValid).Select(c => c.Id);
}
