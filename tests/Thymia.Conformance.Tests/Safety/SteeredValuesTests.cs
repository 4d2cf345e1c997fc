using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Tests.Generation;
using Thymia.Conformance.Tests.Schemas;

namespace Thymia.Conformance.Tests.Safety;

/// <summary>
/// No number can ring, no host can receive, no mailbox exists, whatever patterns, lengths, enumerations and names a
/// description has: held over what the gate lets through to another machine.
/// </summary>
public sealed partial class SteeredValuesTests
{
    private static readonly int Random = Sweep.Of(4_000, 200_000);

    // Written down apart from the code that draws from them.
    private static readonly Regex Fictional = new(
        @"^(447700900\d{3}|441632960\d{3}|442079460\d{3}|4411[345678]4960\d{3}|441[23456]14960\d{3}|441914980\d{3}"
            + @"|448081570\d{3}|443069990\d{3}|1?[2-9]\d{2}55501\d{2}|61491570(006|156|157|158|159|110)|55501\d{2})$",
        RegexOptions.CultureInvariant
    );

    // Each of these asks by its shape for what would lead to somebody.
    private static readonly string[] Properties =
    [
        @"contact: {type: string, pattern: '^\+[1-9][0-9]{7,14}$'}",
        @"callback: {type: string, pattern: '^https?://[a-z]{3,8}\.com/?$'}",
        @"recipient: {type: string, pattern: '^[a-z]{2,8}@[a-z]{3,8}\.com$'}",
        @"phone: {type: string, pattern: '^[0-9]{10}$'}",
        @"mobile: {type: string, minLength: 8, maxLength: 11}",
        @"caller: {type: string, pattern: '^0[0-9]{9,10}$'}",
        @"line: {type: string, pattern: '^\([0-9]{3}\) [0-9]{3}-[0-9]{4}$'}",
        @"webhookUrl: {type: string, format: uri, maxLength: 24}",
        @"endpoint: {type: string, pattern: '^[a-z]{3,8}\.[a-z]{2,3}$'}",
        @"to: {type: array, minItems: 2, items: {type: string, pattern: '^\+1[2-9][0-9]{9}$'}}",
        @"choice: {type: string, enum: ['+14155552671', '+447700900123', none]}",
        @"note: {type: string, pattern: '^.{1,40}$'}",
        @"slack: {type: string, pattern: '^https://hooks\.slack\.com/[A-Z]{4}$'}",
    ];

    [Fact]
    public void Lead_to_nobody_on_another_machine()
    {
        var gate = new SendingGate(
            new ReplayOptions { BaseUrl = new Uri("https://staging.example.com"), AllowPhoneNumbers = true }
        );
        var sent = 0;
        var complaints = new ConcurrentBag<string>();
        Parallel.ForEach(Cases(), testCase =>
        {
            if (gate.ReasonToWithhold(testCase.Request) is null)
            {
                Interlocked.Increment(ref sent);
                Complaints(testCase).ToList().ForEach(complaints.Add);
            }
        });

        Assert.Empty(complaints.Take(10));
        Assert.True(sent > Random / 3, $"only {sent} cases would be sent");
    }

    [Fact]
    public void Are_named_where_nothing_reserved_fits()
    {
        var gate = new SendingGate(
            new ReplayOptions { BaseUrl = new Uri("https://staging.example.com"), AllowPhoneNumbers = true }
        );
        var withheld = Generators(["slack: {type: string, pattern: '^https://hooks\\.slack\\.com/[A-Z]{4}$'}"])
            .SelectMany(g => g.Plan(20))
            .Select(p => p.Make())
            .Where(c => c.IsValid && c.IsRandom)
            .Where(c => Encoding.UTF8.GetString(c.Request.Body!.Value.Span).Contains("slack", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(withheld);
        Assert.All(withheld, c =>
            Assert.Equal(
                "it holds a host that is not kept for fiction, and that the provider might reach",
                gate.ReasonToWithhold(c.Request)
            )
        );
    }

    [Fact]
    public void Are_drawn_from_what_is_reserved_where_a_pattern_allows_it()
    {
        foreach (var property in Properties.Take(5))
        {
            var gate = new SendingGate(
                new ReplayOptions { BaseUrl = new Uri("https://staging.example.com"), AllowPhoneNumbers = true }
            );
            var valid = Generators([property])
                .SelectMany(g => g.Plan(40))
                .Select(p => p.Make())
                .Where(c => c.IsValid && c.IsRandom)
                .ToList();

            Assert.NotEmpty(valid);
            Assert.All(valid, c => Assert.Null(gate.ReasonToWithhold(c.Request)));
        }
    }

    private static IEnumerable<TestCase> Cases() =>
        Generators(Properties).SelectMany(g => g.Plan(Random)).Select(p => p.Make());

    private static IReadOnlyList<Thymia.Conformance.Generation.Planning.CaseGenerator> Generators(
        IEnumerable<string> properties
    ) => Fixtures.Load(Description(properties), 5).Generators;

    private static ApiDescription Description(IEnumerable<string> properties) =>
        Described.Read(
            $$$"""
            openapi: 3.1.0
            info: {title: Steered, version: '1'}
            paths:
              /things:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            {{{string.Join("\n                ", properties)}}}
                  responses: {'200': {description: ok}, '422': {description: no}}
            """
        );

    private static IEnumerable<string> Complaints(TestCase testCase)
    {
        var text = Encoding.UTF8.GetString((testCase.Request.Body ?? default).Span);
        foreach (Match match in Number().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (
                !Fictional.IsMatch(digits.TrimStart('0'))
                && !Fictional.IsMatch("44" + digits.TrimStart('0'))
                && !Fictional.IsMatch("61" + digits.TrimStart('0'))
            )
            {
                yield return $"{testCase.Id}: number {match.Value}";
            }
        }

        foreach (Match match in Host().Matches(text))
        {
            var host = match.Groups[1].Value.ToLowerInvariant();
            if (!Reserved().IsMatch(host))
            {
                yield return $"{testCase.Id}: host {host}";
            }
        }
    }

    [GeneratedRegex(
        @"(?<=""(?:contact|caller|phone|mobile|line|recipient)"":"")[+0(][\d "
            + @"()-]{6,}(?="")|(?<=[""\[])\+[1-9]\d{6,14}(?="")",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?:https?://|[a-z0-9]@)([a-z0-9.-]+\.[a-z]{2,})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Host();

    [GeneratedRegex(
        @"^(.*\.)?example(\.(com|org|net))?$|\.(test|invalid|localhost|example)$|^(192\.0\.2\.\d+)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reserved();
}
