using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Journals;

/// <summary>
/// What became of one case, as a line. The request is not in it: id and seed are enough to make it again.
/// </summary>
internal static class JournalLine
{
    /// <summary>Marks the line of a case of which nothing came, since the key was not the provider's.</summary>
    public const string KeyRefused = "keyRefused";

    /// <summary>Marks a case that the run had no time for.</summary>
    public const string NotReached = "notReached";

    /// <summary>Marks a request that is wrong, and is sent again although it may have created something.</summary>
    public const string Wrong = "wrong";

    /// <summary>Marks the line of a case whose method creates nothing.</summary>
    public const string Safe = "safe";

    /// <summary>Names the packed request whose exchange a line repeats.</summary>
    public const string Within = "within";

    public static void Write(Utf8JsonWriter json, RunEvent happened, IReadOnlyList<Secret> key)
    {
        switch (happened)
        {
            case RunEvent.CaseDiscarded discarded:
                json.WriteString("case", discarded.Case.Id);
                json.WriteString("discarded", discarded.Contradiction);
                break;
            case RunEvent.CaseJudged judged:
                json.WriteString("case", judged.Case.Id);
                VerdictJson.Write(json, judged.Unexcused ?? judged.Verdict);
                VerdictJson.WriteRemarks(json, judged.Remarks);
                json.WriteNumber("asked", judged.Asked);
                if (judged.KeyRefused)
                {
                    json.WriteBoolean(KeyRefused, true);
                }

                if (judged.NotReached)
                {
                    json.WriteBoolean(NotReached, true);
                }

                if (Methods.IsSafe(judged.Case.Request.Method))
                {
                    json.WriteBoolean(Safe, true);
                }

                if (judged.Within is { } packed)
                {
                    json.WriteString(Within, packed);
                }

                Write(json, judged, key);
                break;
            default:
                throw new ArgumentException("Only cases have lines.", nameof(happened));
        }
    }

    /// <summary>The event as it was told, but for known deviations, which are applied anew.</summary>
    public static RunEvent Read(JsonElement line, TestCase testCase) =>
        line.TryGetProperty("discarded", out var contradiction)
            ? new RunEvent.CaseDiscarded(testCase, JournalText.Of(contradiction))
            : new RunEvent.CaseJudged(
                testCase,
                line.TryGetProperty("exchange", out var exchange)
                    ? ExchangeJson.Read(exchange, testCase.Request)
                    : null,
                VerdictJson.Read(line, testCase)
            )
            {
                Asked = line.GetProperty("asked").GetUInt64(),
                Remarks = VerdictJson.ReadRemarks(line, testCase),
                KeyRefused = line.TryGetProperty(KeyRefused, out _),
                NotReached = line.TryGetProperty(NotReached, out _),
                Within = line.TryGetProperty(Within, out var packed) ? JournalText.Of(packed) : null,
                Reduced = line.TryGetProperty("reduced", out var body)
                    ? testCase with
                    {
                        Request = testCase.Request with { Body = body.GetBytesFromBase64() },
                    }
                    : null,
            };

    private static void Write(Utf8JsonWriter json, RunEvent.CaseJudged judged, IReadOnlyList<Secret> key)
    {
        if (judged.Exchange is { } exchange)
        {
            // What is wrong with an answer stands in the findings; the rest of it may hold what nobody should read.
            var isFit = judged is { Verdict: Verdict.Passed or Verdict.Tolerated, Within: null };
            json.WriteStartObject("exchange");
            ExchangeJson.Write(json, exchange, isFit, key);
            json.WriteEndObject();
        }

        if (judged.Reduced?.Request.Body is { } reduced)
        {
            json.WriteBase64String("reduced", reduced.Span);
        }
    }
}
