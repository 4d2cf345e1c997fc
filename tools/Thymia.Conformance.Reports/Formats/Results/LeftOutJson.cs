using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Results;

/// <summary>Operations that were not tested, each with the place in the description and the reason.</summary>
internal static class LeftOutJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<LeftOutOperation> leftOut)
    {
        if (leftOut.Count == 0)
        {
            return;
        }

        json.WriteStartArray("leftOut");
        foreach (var (name, fault) in leftOut)
        {
            json.WriteStartObject();
            json.WriteString("operation", SafeText.Of(name));
            json.WriteString("location", SafeText.Of(fault.Location));
            json.WriteString("reason", SafeText.Of(fault.Problem));
            json.WriteString("hint", SafeText.Of(fault.Hint));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
