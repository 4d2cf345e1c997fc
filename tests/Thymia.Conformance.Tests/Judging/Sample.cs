using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>Hand-made cases and answers of the shipped contract.</summary>
internal static class Sample
{
    public const string Payload = """
        {"user":{"userLabel":"label-1","dateOfBirth":"1990-08-24","birthSex":"MALE"},"language":"en-GB",
         "agent":{"id":"patient-intake","context":{"name":"Greg"}}}
        """;

    public const string Created = """
        {"id":"42baba59-fa4a-4a22-ba1c-2e4a88a3badb","user":{"userLabel":"label-1"},"status":"created",
         "createdAt":"2026-01-01T10:00:00Z","agent":{"context":{"name":"Greg"},"id":"patient-intake"}}
        """;

    /// <summary>When every exchange here was sent.</summary>
    public static DateTimeOffset SentAt { get; } = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<ApiDescription> Read = new(() =>
        RuleBook.WithRules(DescriptionReader.ShippedContract)
    );

    public static ApiDescription Description => Read.Value;

    public static Operation Operation => Description.Operations.Single();

    public static SchemaLibrary Schemas { get; } = new(Description);

    /// <summary>Judging by the letter, the contract's rules included.</summary>
    public static JudgeOptions Judging { get; } =
        new() { Rules = RuleBook.For(null, "none.yaml", Description).Bound(Description, Schemas) };

    public static TestCase Valid { get; } =
        new()
        {
            Id = "create-call:example",
            Operation = Operation,
            Location = Location.Body,
            Keyword = "example",
            Kind = "documented",
            Tier = Tier.Documented,
            Seed = new Seed(1),
            Request = Post(Payload),
            Expectation = new Expectation.Accepted(),
        };

    /// <summary><c>user.birthSex</c> in lower case.</summary>
    public static TestCase LowerCaseSex { get; } = Invalid("/user/birthSex", "enum", "lower-case", "MALE", "male");

    /// <summary>A number for <c>user.userLabel</c>, which the contract wants as text.</summary>
    public static TestCase Number { get; } = Mutated("/user/userLabel", "type", "number", "7");

    /// <summary>A case said to have sent that JSON at that place; the request is the sample's.</summary>
    public static TestCase Mutated(string pointer, string keyword, string kind, string? json)
    {
        var invalid = Invalid(pointer, keyword, kind, "{", "{");
        return invalid with
        {
            Mutation = invalid.Mutation! with { NewValue = json is null ? null : JsonDocument.Parse(json).RootElement },
        };
    }

    public static TestCase Invalid(string pointer, string keyword, string kind, string before, string after) =>
        Valid with
        {
            Id = $"create-call:{pointer}:{keyword}:{kind}",
            Location = Location.At(pointer),
            Keyword = keyword,
            Kind = kind,
            Request = Post(Payload.Replace(before, after, StringComparison.Ordinal)),
            Expectation = new Expectation.Rejected(422, [Location.At(pointer)]),
            Mutation = new Mutation
            {
                Constraint = new Constraint(
                    Location.At(pointer),
                    keyword,
                    "null",
                    "/components/schemas/UserDetails/properties/" + pointer.Split('/')[^1]
                ),
                Location = Location.At(pointer),
                Kind = kind,
                NewValue = JsonSerializer.SerializeToElement(after),
            },
        };

    public static Exchange Answered(
        TestCase testCase,
        int status,
        string body,
        string contentType = "application/json"
    ) =>
        new()
        {
            Request = testCase.Request,
            Answer = new Answer
            {
                Status = status,
                Headers = contentType.Length == 0 ? [] : [new("Content-Type", contentType)],
                Body = Encoding.UTF8.GetBytes(body),
            },
            SentAt = SentAt,
            Duration = TimeSpan.FromMilliseconds(3),
        };

    public static Verdict Judged(TestCase testCase, int status, string body, string contentType = "application/json") =>
        new Judge(Schemas, Judging).Decide(testCase, Answered(testCase, status, body, contentType));

    /// <summary>The sentences of the findings, each behind its check; none where the case did not fail.</summary>
    public static IReadOnlyList<string> Findings(
        TestCase testCase,
        int status,
        string body,
        string contentType = "application/json"
    ) =>
        Judged(testCase, status, body, contentType) is Verdict.Failed failed
            ? [.. failed.Findings.Select(f => $"{f.Check}: {f.Sentence}")]
            : [];

    /// <summary>What one check says of an exchange, as an explanation shows it.</summary>
    public static string Said(
        string check,
        TestCase testCase,
        Exchange exchange,
        JudgeOptions? options = null,
        Exchange? repeat = null
    ) =>
        new Judge(Schemas, options ?? Judging)
            .Explain(testCase, exchange, repeat)
            .Single(r => r.Check == check)
            .Reasoning;

    /// <summary>What a refused case is: the contract's letter names no status for it.</summary>
    public static TestCase Refused(string keyword, params int[] statuses) =>
        Valid with
        {
            Keyword = keyword,
            Kind = "tried",
            Expectation = new Expectation.Refused(statuses, "the contract is silent"),
        };

    public static Exchange With(this Exchange exchange, params (string Name, string Value)[] headers) =>
        exchange with
        {
            Answer = exchange.Answer! with
            {
                Headers = [.. exchange.Answer.Headers, .. headers.Select(h => KeyValuePair.Create(h.Name, h.Value))],
            },
        };

    /// <summary>The valid case with another body.</summary>
    public static TestCase WithBody(string body) =>
        Valid with
        {
            Request = Valid.Request with { Body = Encoding.UTF8.GetBytes(body) },
        };

    public static string Errors(params string[] locs) =>
        "{\"detail\":["
        + string.Join(',', locs.Select(loc => $"{{\"loc\":{loc},\"msg\":\"wrong\",\"type\":\"value_error\"}}"))
        + "]}";

    private static CaseRequest Post(string body) =>
        new()
        {
            Method = "POST",
            Target = "/v1/calls",
            ContentType = "application/json",
            Body = Encoding.UTF8.GetBytes(body),
            KeyHeader = "x-api-key",
        };
}
