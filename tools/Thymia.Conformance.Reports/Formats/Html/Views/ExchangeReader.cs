using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model.Map;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>Makes of a case what the page shows of it.</summary>
internal sealed class ExchangeReader(Uri baseUrl, ReplayCommand replay, Masking masking)
{
    private const int LongestValue = 120;
    private const int LongestBody = 6_000;
    private const int LongestCurl = 8_000;
    private const int LongestLine = 400;
    private const int MostHeaders = 40;
    private const int MostRemarks = 20;

    /// <param name="longestBody">Characters of a body.</param>
    /// <param name="commands">Whether a curl line comes with it.</param>
    public ShownExchange Of(RunEvent happened, CellOutcome outcome, int longestBody, bool commands = true) =>
        happened switch
        {
            RunEvent.CaseJudged judged => Of(judged, outcome, longestBody, commands),
            RunEvent.CaseDiscarded discarded => Of(
                masking.For(discarded.Case, LongestBody),
                discarded.Case,
                outcome,
                longestBody,
                commands
            ) with
            {
                Remarks = [masking.Text($"Discarded: {discarded.Contradiction}.")],
            },
            _ => throw new ArgumentException("Only cases have an exchange.", nameof(happened)),
        };

    /// <summary>A request's body alone.</summary>
    public string? BodyOf(TestCase testCase, int longest) =>
        masking.For(testCase, LongestBody).RequestBody is { } body ? Cut(body.Text, body.IsCut, longest) : null;

    private ShownExchange Of(RunEvent.CaseJudged judged, CellOutcome outcome, int longestBody, bool commands)
    {
        var masked = masking.For(judged.Case, LongestBody);
        var shown = Of(masked, judged.Case, outcome, longestBody, commands) with
        {
            Remarks = [.. Remarks(judged.Verdict).Take(MostRemarks).Select(masking.Text)],
            Time = judged.Exchange is { } sent ? Amounts.Time(sent.Duration) : null,
        };
        return judged.Exchange?.Answer is not { } answer
            ? shown
            : shown with
            {
                Status = answer.Status,
                AnswerHeaders = Headers(answer.Headers.Select(masked.AnswerHeader)),
                AnswerBody = Pretty(masked.Answer(answer.Body), longestBody),
            };
    }

    private ShownExchange Of(MaskedCase masked, TestCase testCase, CellOutcome outcome, int longestBody, bool commands)
    {
        var request = testCase.Request;
        var curl =
            commands && request.Body is not { Length: > LongestCurl }
                ? CurlLine.Of(masked.WithStandIns(), baseUrl)
                : null;
        return new ShownExchange
        {
            CaseId = testCase.Id,
            Title = SafeText.Of(testCase.Title),
            Outcome = outcome,
            Change = testCase.Mutation is { } mutation ? ChangeOf(mutation, masked) : null,
            Expected = ExpectationText.Of(testCase),
            RequestLine = SafeText.Of($"{request.Method} {Cut(masked.Target, LongestLine)}"),
            RequestHeaders = Headers(RequestHeaders.Of(request).Select(masked.RequestHeader)),
            RequestBody = masked.RequestBody is { } body ? Pretty(body, longestBody) : null,
            Curl = curl is { Length: <= LongestCurl } ? curl : null,
            Reproduce = commands ? replay.For(testCase.Id) : null,
        };
    }

    private static IEnumerable<string> Remarks(Verdict verdict) =>
        verdict switch
        {
            Verdict.Failed failed => failed.Findings.Select(f => $"{f.Check}: {f.Sentence}"),
            Verdict.Tolerated t => [$"Tolerated by {t.Rule}: {t.Reason}"],
            Verdict.Known k => [$"Known deviation {k.Deviation}: {k.Reason}"],
            Verdict.Inconclusive i => [$"No verdict: {i.Reason}"],
            Verdict.Skipped s => [$"Not sent: {s.Reason}"],
            Verdict.Erred e => [$"The suite erred: {e.Reason}"],
            _ => [],
        };

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(
        IEnumerable<KeyValuePair<string, string>> headers
    ) =>
        [
            .. headers
                .Take(MostHeaders)
                .Select(h => KeyValuePair.Create(Cut(h.Key, LongestLine), Cut(h.Value, LongestLine))),
        ];

    private static string? ChangeOf(Mutation mutation, MaskedCase masked)
    {
        string Text(JsonElement value) => Cut(masked.Value(value, mutation.Location), LongestValue);
        return (mutation.OldValue, mutation.NewValue) switch
        {
            (null, null) => null,
            ({ } old, null) => $"{Text(old)} left out",
            (null, { } added) => $"{Text(added)} added",
            ({ } old, { } now) => $"{Text(old)} → {Text(now)}",
        };
    }

    // Bytes that are no JSON, or no whole of it, are shown as they are.
    private static string Pretty(MaskedText body, int longest)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Text);
            return Cut(
                document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                    ? SafeLines(IndentedJson.Of(document.RootElement))
                    : body.Text,
                body.IsCut,
                longest
            );
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Cut(body.Text, body.IsCut, longest);
        }
    }

    private static string SafeLines(string text) =>
        string.Join('\n', text.Split('\n').Select(l => SafeText.Of(l.TrimEnd('\r'))));

    private static string Cut(string text, int longest) => Text.Shortened.After(text, longest, "…");

    private static string Cut(string text, bool isCut, int longest) =>
        text.Length <= longest && !isCut
            ? text
            : $"{text[..Math.Min(longest, text.Length)]}\n… "
                + (isCut ? "and more" : Amounts.Of(text.Length - longest, "more character"));
}
