using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>
/// No case may reach a person: proven over the enumerated cases and 20,000 random ones, in CI 100,000.
/// </summary>
public sealed partial class SafetyTests
{
    private static readonly int Random = Sweep.Of(20_000, 100_000);

    // Written down from the regulators' lists, apart from the code that draws from them.
    private static readonly string[] FictionalNumbers =
    [
        @"447700900\d{3}",
        @"441632960\d{3}",
        @"442079460\d{3}",
        @"4411[345678]4960\d{3}",
        @"441[23456]14960\d{3}",
        @"441914980\d{3}",
        @"448081570\d{3}",
        @"443069990\d{3}",
        @"1[2-9]\d{2}55501\d{2}",
        "61491570(006|156|157|158|159|110)",
    ];

    private static readonly Regex Fictional = new(
        $"^({string.Join('|', FictionalNumbers)})$",
        RegexOptions.CultureInvariant
    );

    [Fact]
    public void No_case_carries_a_number_host_or_label_of_the_real_world()
    {
        var plans = Fixtures.Load(Fixtures.Contract, 11).Generators.Single().Plan(Random);
        var unsafeOnes = new ConcurrentBag<string>();
        var width = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(plans), width, plan =>
        {
            if (Complaint(plan.Make()) is { } complaint)
            {
                unsafeOnes.Add($"{plan.Id}: {complaint}");
            }
        });
        Assert.Empty(unsafeOnes);
    }

    [Fact]
    public void Every_call_asks_for_its_data_to_be_deleted_unless_the_case_is_about_that()
    {
        var keeping = Fixtures
            .Load(Fixtures.Contract, 11)
            .Generators.Single()
            .Plan(2_000)
            .Select(p => p.Make())
            .Where(c =>
                c.IsValid
                && !Encoding
                    .UTF8.GetString(c.Request.Body!.Value.Span)
                    .Replace(" ", "", StringComparison.Ordinal)
                    .Contains("\"deleteData\":true", StringComparison.Ordinal)
            )
            .Select(c => $"{c.Location.Display} {c.Keyword} {(c.Keyword == "combination" ? "" : c.Kind)}".Trim());

        Assert.Equal(
            [
                "body combination",
                "body example documented",
                "body example repeated",
                "body notation escaped",
                "body optional none",
                "deleteData default explicit",
                "deleteData optional left-out",
                "deleteData type false",
            ],
            keeping.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("{\"phoneNumber\":\"+447700901000\"}", "phone")]
    [InlineData("{\"phoneNumber\":\"+14155552671\"}", "phone")]
    [InlineData("{\"webhookUrl\":\"https://example.com.evil.io/x\"}", "host")]
    [InlineData("{\"webhookUrl\":\"https://10.0.0.1/x\"}", "host")]
    [InlineData("{\"user\":{\"userLabel\":\"Jane Real\"}}", "label")]
    public void The_proof_itself_can_fail(string payload, string expected)
    {
        var made = Fixtures.Cases(Fixtures.Contract).First(c => c.IsValid && c.Keyword == "random" || c.Kind == "none");
        var forged = made with { Request = made.Request with { Body = Encoding.UTF8.GetBytes(payload) } };
        Assert.StartsWith(expected, Complaint(forged), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_range_kept_for_fiction_is_drawn_from()
    {
        var numbers = Enumerable
            .Range(0, 3000)
            .Select(i => Fiction.PhoneNumber(new Draw(default, new Seed((ulong)i)).Dice("/p")).TrimStart('+'))
            .ToList();
        Assert.All(numbers, n => Assert.Matches(Fictional, n));
        Assert.All(FictionalNumbers, range => Assert.Contains(numbers, n => Regex.IsMatch(n, $"^{range}$")));
    }

    private static string? Complaint(TestCase testCase)
    {
        if (
            testCase.Request.Body is not { Length: > 0 } body
            || testCase.Keyword is "json" or "encoding"
            || testCase.Kind == KindNames.WrongBesideMalformedBody
        )
        {
            return null;
        }

        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 300 });
        return Complaint(testCase, document.RootElement, "");
    }

    private static string? Complaint(TestCase testCase, JsonElement value, string name) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .Select(p => Complaint(testCase, p.Value, p.Name))
                .FirstOrDefault(c => c is not null),
            JsonValueKind.Array => value
                .EnumerateArray()
                .Select(i => Complaint(testCase, i, name))
                .FirstOrDefault(c => c is not null),
            JsonValueKind.String => OfText(testCase, value.GetRawText(), name),
            JsonValueKind.Number when name == "phoneNumber" && value.GetRawText().Length > 4 => $"phone number {value}",
            _ => null,
        };

    private static string? OfText(TestCase testCase, string json, string name)
    {
        var text = json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? json.Trim('"')
            : JsonSerializer.Deserialize<string>(json)!;
        var hosts = HostPattern().Matches(text).Select(m => m.Groups[1].Value.ToLowerInvariant());
        if (hosts.FirstOrDefault(h => !IsReserved(h)) is { } host)
        {
            return $"host {host}";
        }

        if (
            name == "phoneNumber"
            && string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= 5 } digits
            && !IsFictional(digits)
        )
        {
            return $"phone number {text}";
        }

        var labelIsThePoint = testCase.Tier == Tier.Documented || testCase.Location.Display == "user.userLabel";
        return name == "userLabel" && !labelIsThePoint && !text.StartsWith(Fiction.Marker, StringComparison.Ordinal)
            ? $"label {text}"
            : null;
    }

    // A national number gets its country's code back; 00 is the international prefix.
    private static bool IsFictional(string digits) =>
        new[] { digits, digits.TrimStart('0'), "44" + digits.TrimStart('0'), "1" + digits }.Any(Fictional.IsMatch);

    private static bool IsReserved(string host) =>
        host is "example.com" or "example.org" or "example.net" or "localhost" or "invalid" or "example.com."
        || Regex.IsMatch(host, @"\.(example\.(com|org|net)|example|test|invalid|localhost)$")
        || Regex.IsMatch(host, @"^(192\.0\.2\.\d+|\[2001:0?db8:.*)$")
        || host is "3221225994" or "0xc000020a";

    [GeneratedRegex(@"(?i)(?:https?|ftp|app\+call)://(?:[^@/\s]*@)?(\[[^\]]*\]?|[^/:?#\s""<>\\]*)")]
    private static partial Regex HostPattern();
}
