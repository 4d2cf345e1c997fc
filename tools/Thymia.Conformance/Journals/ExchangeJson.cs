using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Journals;

/// <summary>An exchange within a line of the journal: of the answer what reports and pacts need.</summary>
internal static class ExchangeJson
{
    private const int LongestBody = 64 * 1024;
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(1);
    private const string ContentType = "content-type";

    /// <param name="isFit">Whether the answer's body may be kept.</param>
    public static void Write(Utf8JsonWriter json, Exchange exchange, bool isFit, IReadOnlyList<Secret> key)
    {
        json.WriteString("sentAt", exchange.SentAt);
        json.WriteNumber("ticks", exchange.Duration.Ticks);
        WriteNumber(json, "retries", exchange.Retries);
        WriteNumber(json, "throttled", exchange.Throttled);
        if (exchange.Failure is { } failure)
        {
            json.WriteString("failure", failure);
            json.WriteBoolean("unreachable", exchange.Unreachable);
            json.WriteBoolean("timedOut", exchange.TimedOut);
        }

        if (exchange.Answer is { } answer)
        {
            json.WriteNumber("status", answer.Status);
            WriteType(json, answer, key);
            if (isFit)
            {
                WriteBody(json, answer, key);
            }
        }
    }

    public static Exchange Read(JsonElement exchange, CaseRequest request) =>
        new()
        {
            Request = request,
            SentAt = exchange.GetProperty("sentAt").GetDateTimeOffset(),
            Duration = ReadDuration(exchange.GetProperty("ticks").GetInt64()),
            Retries = exchange.TryGetProperty("retries", out var retries) ? retries.GetInt32() : 0,
            Throttled = exchange.TryGetProperty("throttled", out var throttled) ? throttled.GetInt32() : 0,
            Failure = exchange.TryGetProperty("failure", out var failure) ? failure.GetString() : null,
            Unreachable = IsTrue(exchange, "unreachable"),
            TimedOut = IsTrue(exchange, "timedOut"),
            Answer = exchange.TryGetProperty("status", out var status)
                ? new Answer
                {
                    Status = status.GetInt32(),
                    Headers = exchange.TryGetProperty("type", out var type)
                        ? [new(ContentType, JournalText.Of(type))]
                        : [],
                    Body = exchange.TryGetProperty("body", out var body)
                        ? Encoding.UTF8.GetBytes(JournalText.Of(body))
                        : default,
                }
                : null,
        };

    // Which documented answers were seen is asked of every case.
    private static void WriteType(Utf8JsonWriter json, Answer answer, IReadOnlyList<Secret> key)
    {
        if (answer.Header(ContentType) is { } type && !SecretText.Holds(type, key))
        {
            json.WriteString("type", type);
        }
    }

    private static void WriteBody(Utf8JsonWriter json, Answer answer, IReadOnlyList<Secret> key)
    {
        var text = answer.Body.Length <= LongestBody ? Encoding.UTF8.GetString(answer.Body.Span) : null;
        if (text is not null && !text.Contains('\uFFFD', StringComparison.Ordinal) && !SecretText.Holds(text, key))
        {
            json.WriteString("body", text);
        }
    }

    private static TimeSpan ReadDuration(long ticks) =>
        ticks >= 0 && ticks <= LongestDuration.Ticks
            ? TimeSpan.FromTicks(ticks)
            : throw new FormatException("no request takes that long");

    private static bool IsTrue(JsonElement exchange, string name) =>
        exchange.TryGetProperty(name, out var value) && value.GetBoolean();

    private static void WriteNumber(Utf8JsonWriter json, string name, int number)
    {
        if (number > 0)
        {
            json.WriteNumber(name, number);
        }
    }
}
