using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Tests.Snapshots;

namespace Thymia.Conformance.Tests.Generation;

/// <summary>
/// Every case of small descriptions as it goes out under one seed: recorded runs are
/// only repeatable while these bytes stay.
/// </summary>
public sealed class GoldenCasesTests
{
    private const int Random = 8;
    private const int Longest = 160;

    public static TheoryData<string> Descriptions => [.. SmallDescriptions.Names];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_seed_gives_the_same_cases_for_ever(string name)
    {
        var (generators, guard) = Fixtures.Load(SmallDescriptions.Read(name), 7);
        var cases = generators.SelectMany(g => g.Plan(Random)).Select(p => (Plan: p, Case: p.Make())).ToList();

        Snapshot.Match(
            "cases-" + name,
            string.Join('\n', cases.Select(c => c.Case).Where(c => Tells(c, name)).Select(Line))
        );
        Assert.All(cases, c => Assert.Equal((c.Plan.Id, c.Plan.IsValid), (c.Case.Id, c.Case.IsValid)));
        Assert.Empty(cases.Select(c => guard.Contradiction(c.Case)).OfType<string>());
    }

    // What is around a body is much the same for each.
    private static bool Tells(TestCase c, string name) =>
        name is "around" or "bare"
        || c.Keyword
            is not ("json" or "encoding" or "contentType" or "requestBody" or "method" or "path" or "notation");

    private static string Line(TestCase c) =>
        string.Join(
            " | ",
            new[]
            {
                $"{c.Id}{(c.IsRandom ? " (random)" : "")}",
                Demanded(c),
                c.Mutation is { } mutation ? Changed(mutation) : null,
                Around(c.Request),
                c.Mutation?.NewValue is null
                    ? c.Request.Body is { } body
                        ? Shown(body.Span)
                        : "no body"
                    : null,
            }.OfType<string>()
        );

    private static string Demanded(TestCase c) =>
        c.Expectation switch
        {
            Expectation.Rejected r =>
                $"{r.Status} at {string.Join(", ", r.Places.Concat(r.Others).Select(p => p.Display))}",
            Expectation.Refused { Statuses: [400, .., 499] } r => $"4XX as {r.Reason}",
            Expectation.Refused r => $"{string.Join('/', r.Statuses)} as {r.Reason}",
            _ => c.Tier.ToString(),
        };

    private static string Changed(Mutation m)
    {
        var usual = new ExpectedViolation(m.Location.Pointer, m.Constraint.Keyword);
        var shown = m.Reported == usual ? "" : $" shown as {m.Reported.Pointer}:{m.Reported.Keyword}";
        var implied = string.Concat(
            m.Implied.Select(i => $" +{(i.Pointer == usual.Pointer ? "" : i.Pointer)}:{i.Keyword}")
        );
        var further = m.Further is { } more ? " and " + Changed(more) : "";
        return $"{m.Location.Pointer}{shown}{implied} {Value(m.OldValue)} => {Value(m.NewValue)}{further}";
    }

    private static string Value(System.Text.Json.JsonElement? value) =>
        value is { } v ? Shown(Encoding.UTF8.GetBytes(v.GetRawText())) : "nothing";

    // What every ordinary request has is not said.
    private static string? Around(CaseRequest r)
    {
        var line =
            $"{r.Method} {r.Target} {r.ContentType ?? "no type"} {r.KeyHeader ?? "no key"} {r.Key}"
            + string.Concat(r.Headers.Select(h => $" {h.Key}={h.Value}"))
            + (r.CarriesPhoneNumber() ? " phone" : "");
        return line == "POST /things application/json no key Configured" ? null : Shown(Encoding.UTF8.GetBytes(line));
    }

    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes[..Math.Min(bytes.Length, Longest)])
        {
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append(CultureInfo.InvariantCulture, $"<{b:X2}>");
        }

        return bytes.Length <= Longest
            ? $"{text}."
            : $"{text}... of {bytes.Length} bytes, {Convert.ToHexString(SHA256.HashData(bytes))[..8]}";
    }
}
