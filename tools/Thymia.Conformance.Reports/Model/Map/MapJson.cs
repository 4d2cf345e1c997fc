using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>Writes the member <c>map</c> of <c>results.json</c>: a line for each way of trying a constraint.</summary>
internal static class MapJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string WordOf(CellOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    public static void Write(Utf8JsonWriter json, ConstraintMap map, Masking masking)
    {
        json.WriteStartArray("map");
        foreach (var cell in map.Cells)
        {
            json.WriteRawValue(Line(cell, masking), skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    private static string Line(MapCell cell, Masking masking)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("caseId", SafeText.Of(cell.CaseId));
            json.WriteString("operation", SafeText.Of(cell.Operation));
            json.WriteString("place", SafeText.Of(cell.Location.Display));
            json.WriteString("keyword", SafeText.Of(cell.Keyword));
            json.WriteString("kind", SafeText.Of(cell.Kind));
            json.WriteBoolean("valid", cell.IsValid);
            json.WriteString("outcome", WordOf(cell.Outcome));
            json.WriteNumber("cases", cell.Cases);
            if (cell.Status is { } status)
            {
                json.WriteNumber("status", status);
            }

            if (cell.Words.Count > 0)
            {
                json.WriteStartArray("words");
                foreach (var word in cell.Words)
                {
                    json.WriteStringValue(masking.Text(word));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
