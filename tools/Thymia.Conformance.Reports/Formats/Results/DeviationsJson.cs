using System.Globalization;
using System.Text.Json;
using Thymia.Conformance.Judging.Deviations;

namespace Thymia.Conformance.Reports.Formats.Results;

/// <summary>What became of each known deviation, in <c>results.json</c>.</summary>
internal static class DeviationsJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DeviationOutcome> outcomes)
    {
        json.WriteStartArray("deviations");
        foreach (var (deviation, state, cases) in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("id", deviation.Id);
            json.WriteString("state", JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString()));
            json.WriteNumber("cases", cases);
            json.WriteString("check", deviation.Check);
            WriteIfAny(json, "location", deviation.Location);
            WriteIfAny(json, "case", deviation.Case);
            json.WriteString("reason", deviation.Reason);
            json.WriteString("owner", deviation.Owner);
            json.WriteString("expires", deviation.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
