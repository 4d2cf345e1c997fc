using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Tests.Judging.Rules;

/// <summary>What each kind of rule finds, and what it lets pass, on an API that is not the shipped one.</summary>
public sealed class RuleKindsTests
{
    private const string Echo = "kind: equals\nat: [/ref, /from, /size, /extra, {answer: /remark, request: /note}]";

    [Theory]
    [InlineData(
        """{"ref":"42BABA59-FA4A-4A22-BA1C-2E4A88A3BADB"}""",
        """{"ref":"42baba59-fa4a-4a22-ba1c-2e4a88a3badb"}"""
    )]
    [InlineData("""{"from":"2026-01-01T10:00:00Z"}""", """{"from":"2026-01-01T11:00:00.000+01:00"}""")]
    [InlineData("""{"size":1.0}""", """{"size":1}""")]
    [InlineData("""{"size":9007199254740993}""", """{"size":9007199254740992}""")]
    [InlineData("""{"extra":{"a":1,"b":[1.50]}}""", """{"extra":{"b":[1.5],"a":1}}""")]
    [InlineData("""{"extra":{"n":9007199254740993}}""", """{"extra":{"n":9007199254740992}}""")]
    [InlineData("""{"note":"x"}""", """{"remark":"x"}""")]
    [InlineData("""{"note":"x"}""", "{}")]
    [InlineData("{}", """{"remark":"x"}""")]
    public void Equals_takes_what_means_the_same(string request, string answer) =>
        Assert.Empty(Clinic.Findings(Echo, request, answer));

    [Theory]
    [InlineData(
        """{"note":"x"}""",
        """{"remark":"X"}""",
        "/remark: found \"X\", expected \"x\" as sent (Made.remark: so it is)"
    )]
    [InlineData(
        """{"note":"42BABA59-FA4A-4A22-BA1C-2E4A88A3BADB"}""",
        """{"remark":"42baba59-fa4a-4a22-ba1c-2e4a88a3badb"}""",
        "/remark: "
    )]
    [InlineData("""{"from":"2026-01-01T10:00:00Z"}""", """{"from":"2026-01-01T10:00:00+01:00"}""", "/from: ")]
    [InlineData("""{"size":1.5}""", """{"size":1}""", "/size: ")]
    [InlineData("""{"extra":{"a":"1"}}""", """{"extra":{"a":1}}""", "/extra: ")]
    [InlineData("""{"extra":{"a":null}}""", """{"extra":{}}""", "/extra: ")]
    [InlineData("""{"extra":{"a":[1,2]}}""", """{"extra":{"a":[2,1]}}""", "/extra: ")]
    public void Equals_finds_another_value(string request, string answer, string finding) =>
        Assert.Contains(
            "answer body at " + finding,
            Assert.Single(Clinic.Findings(Echo, request, answer)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "is: given",
        """{"note":"x"}""",
        """{"link":null}""",
        "found null, expected a value, since the request gives /note"
    )]
    [InlineData(
        "is: given",
        """{"note":"x"}""",
        "{}",
        "found nothing, expected a value, since the request gives /note"
    )]
    [InlineData("is: given", """{"note":""}""", "{}", null)]
    [InlineData("is: given", "{}", "{}", null)]
    [InlineData("is: absent", "{}", "{}", "found nothing, expected a value, since the request leaves out /note")]
    [InlineData(
        "equals: x",
        """{"note":"x"}""",
        "{}",
        "found nothing, expected a value, since /note of the request is \"x\""
    )]
    [InlineData("equals: x", """{"note":"y"}""", "{}", null)]
    [InlineData("is: given", """{"note":"x"}""", """{"link":"https://example.com"}""", null)]
    [InlineData(
        "is: given",
        """{"note":"x"}""",
        """{"link":"/here"}""",
        "found \"/here\", expected an absolute http or https address"
    )]
    public void Present_when_demands_a_value(string condition, string request, string answer, string? finding) =>
        AssertFound(
            finding,
            Clinic.Findings(
                $"kind: present-when\nat: [/link]\nform: web-address\nwhen: {{request: /note, {condition}}}",
                request,
                answer
            )
        );

    [Theory]
    [InlineData("""{"note":"x"}""", """{"link":"a"}""", "found a value, expected none, since the request gives /note")]
    [InlineData("""{"note":"x"}""", """{"link":null}""", null)]
    [InlineData("{}", """{"link":"a"}""", null)]
    public void Absent_when_forbids_one(string request, string answer, string? finding) =>
        AssertFound(
            finding,
            Clinic.Findings("kind: absent-when\nat: [/link]\nwhen: {request: /note, is: given}", request, answer)
        );

    [Theory]
    [InlineData("2026-01-01T10:04:59Z", null)]
    [InlineData("2025-12-31T10:00:00Z", "found a time before the request")]
    [InlineData("2026-01-01T11:00:00Z", "found a time after the request")]
    public void Within_run_demands_the_time_of_the_request(string at, string? finding) =>
        AssertFound(finding, Clinic.Findings("kind: within-run\nat: [/at]", "{}", $$"""{"at":"{{at}}"}"""));

    [Theory]
    [InlineData("""{"number":"A1"}""", """{"number":"A1"}""", 1)]
    [InlineData("""{"number":"A1"}""", """{"number":"A2"}""", 0)]
    [InlineData(
        """{"ref":"42BABA59-FA4A-4A22-BA1C-2E4A88A3BADB"}""",
        """{"ref":"42baba59-fa4a-4a22-ba1c-2e4a88a3badb"}""",
        1
    )]
    [InlineData("{}", "{}", 0)]
    public void Unique_finds_what_was_there_before(string first, string second, int findings) =>
        Assert.Equal(findings, Clinic.Findings("kind: unique\nat: [/number, /ref]", "{}", first, second).Count);

    [Theory]
    [InlineData("", "{}", """{"room":"hall"}""", null)]
    [InlineData("", "{}", """{"room":"yard"}""", "found \"yard\", expected \"hall\", the default of /room")]
    [InlineData("value: yard\n", "{}", """{"room":"yard"}""", null)]
    [InlineData("", """{"room":"yard"}""", """{"room":"yard"}""", null)]
    [InlineData("", "{}", "{}", null)]
    public void Default_shows_in_the_answer(string value, string request, string answer, string? finding) =>
        AssertFound(finding, Clinic.Findings($"{value}kind: default\nat: [/room]", request, answer));

    [Fact]
    public void Have_a_page_each() =>
        Assert.All(RuleKinds.Names, n => Assert.InRange(RuleKinds.Find(n)!.Length, 100, 1_000));

    private static void AssertFound(string? finding, IReadOnlyList<string> found)
    {
        if (finding is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(finding, Assert.Single(found), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Not_empty_wants_a_text_that_says_something()
    {
        const string Rule = "kind: not-empty\nat: [/remark]";

        Assert.Contains(
            "found \" \", expected text that says something",
            Assert.Single(Clinic.Findings(Rule, "{}", """{"remark":" "}""")),
            StringComparison.Ordinal
        );
        Assert.Empty(Clinic.Findings(Rule, "{}", """{"remark":"x"}""", "{}"));
    }
}
