using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Cases;
using Thymia.Conformance.Reports.Curl;
using Thymia.Conformance.Reports.Map;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Screens;

namespace Thymia.Conformance.Reports.Html;

/// <summary>Makes of a case what the page shows of it.</summary>
internal sealed class ExchangeReader(Uri baseUrl, ReplayCommand replay, Masking masking)
{
    private const int LongestValue = 120;
    private const int LongestCurl = 8_000;

    /// <param name="longestBody">Characters of a body.</param>
    /// <param name="commands">Whether a curl line comes with it.</param>
    public ShownExchange Of(RunEvent happened, CellOutcome outcome, int longestBody, bool commands = true) =>
        happened switch
        {
            RunEvent.CaseJudged judged => Of(judged, outcome, longestBody, commands),
            RunEvent.CaseDiscarded discarded => Of(discarded.Case, outcome, longestBody, commands) with
            {
                Remarks = [masking.Text($"Discarded: {discarded.Contradiction}.")],
            },
            _ => throw new ArgumentException("Only cases have an exchange.", nameof(happened)),
        };

    private ShownExchange Of(RunEvent.CaseJudged judged, CellOutcome outcome, int longestBody, bool commands)
    {
        var shown = Of(judged.Case, outcome, longestBody, commands) with
        {
            Remarks = [.. Remarks(judged.Verdict).Select(masking.Text)],
            Time = judged.Exchange is { } sent ? Amounts.Time(sent.Duration) : null,
        };
        return judged.Exchange?.Answer is not { } answer ? shown : shown with
        {
            Status = answer.Status,
            AnswerHeaders = [.. answer.Headers.Select(Header)],
            AnswerBody = Cut(Pretty(masking.Answer(answer.Body, judged.Case)), longestBody),
        };
    }

    private ShownExchange Of(TestCase testCase, CellOutcome outcome, int longestBody, bool commands)
    {
        var request = testCase.Request;
        var curl = commands ? CurlLine.Of(masking.WithStandIns(testCase), baseUrl) : null;
        return new ShownExchange
        {
            CaseId = testCase.Id,
            Title = SafeText.Of(testCase.Title),
            Outcome = outcome,
            Change = ChangeOf(testCase.Mutation),
            Expected = ExpectationText.Of(testCase),
            RequestLine = SafeText.Of($"{request.Method} {request.Target}"),
            RequestHeaders = [.. Cases.RequestHeaders.Of(request).Select(Header)],
            RequestBody = masking.Request(testCase) is { } body ? Cut(Pretty(body), longestBody) : null,
            Curl = curl is { Length: <= LongestCurl } ? curl : null,
            Reproduce = commands ? replay.For(testCase.Id) : null,
        };
    }

    private static IEnumerable<string> Remarks(Verdict verdict) => verdict switch
    {
        Verdict.Failed failed => failed.Findings.Select(f => $"{f.Check}: {f.Sentence}"),
        Verdict.Tolerated t => [$"Tolerated by {t.Rule}: {t.Reason}"],
        Verdict.Known k => [$"Known deviation {k.Deviation}: {k.Reason}"],
        Verdict.Inconclusive i => [$"No verdict: {i.Reason}"],
        Verdict.Skipped s => [$"Not sent: {s.Reason}"],
        _ => [],
    };

    private KeyValuePair<string, string> Header(KeyValuePair<string, string> header) =>
        new(masking.Text(header.Key), MaskedHeaders.Value(header.Key, header.Value, masking));

    private static string? ChangeOf(Mutation? mutation) => mutation switch
    {
        null or { OldValue: null, NewValue: null } => null,
        { NewValue: null } => $"{Text(mutation.OldValue)} left out",
        { OldValue: null } => $"{Text(mutation.NewValue)} added",
        _ => $"{Text(mutation.OldValue)} → {Text(mutation.NewValue)}",
    };

    private static string Text(JsonElement? value) => SafeText.Of(Cut(value?.GetRawText() ?? "nothing", LongestValue));

    // Bytes that are no JSON are shown as they are.
    private static string Pretty(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? SafeLines(JsonSerializer.Serialize(document.RootElement, IndentedJson.Options))
                : text;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return text;
        }
    }

    private static string SafeLines(string text) =>
        string.Join('\n', text.Split('\n').Select(l => SafeText.Of(l.TrimEnd('\r'))));

    private static string Cut(string text, int longest) => text.Length <= longest
        ? text
        : $"{text[..longest]}\n… {Amounts.Of(text.Length - longest, "more character")}";
}
