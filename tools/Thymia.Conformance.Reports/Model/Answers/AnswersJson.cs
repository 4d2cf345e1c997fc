using System.Globalization;
using System.Text.Json;

namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>Writes the member <c>answers</c> of <c>results.json</c>: counts and times by kind of answer.</summary>
internal static class AnswersJson
{
    private static readonly (string Name, double Share)[] Quantiles =
    [
        ("p25", 0.25),
        ("p50", 0.5),
        ("p75", 0.75),
        ("p90", 0.9),
        ("p99", 0.99),
    ];

    public static void Write(Utf8JsonWriter json, AnswerBook answers)
    {
        json.WriteStartArray("answers");
        foreach (var kind in answers.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", AnswerClasses.Word(kind.Kind));
            json.WriteNumber("count", kind.Latency.Count);
            json.WriteStartObject("statuses");
            foreach (var (status, count) in kind.Statuses)
            {
                json.WriteNumber(status.ToString(CultureInfo.InvariantCulture), count);
            }

            json.WriteEndObject();
            json.WriteStartObject("milliseconds");
            foreach (var (name, share) in Quantiles)
            {
                json.WriteNumber(name, Rounded(kind.Latency.Quantile(share)));
            }

            json.WriteNumber("longest", Rounded(kind.Latency.Longest));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
