using System.Text;
using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>What may stand in a file of settings, as JSON Schema for editors; it follows from the catalogue.</summary>
internal static class SettingsSchema
{
    private static readonly string[] Types = ["string", "number", "boolean"];

    /// <summary>The schema as a file, with a final line end.</summary>
    public static string Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, IndentedJson.Writer))
        {
            Write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", "Settings of thymia-conformance");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        json.WriteStartObject("$schema");
        json.WriteString("type", "string");
        json.WriteEndObject();
        foreach (var setting in SettingCatalogue.All.Where(s => !s.IsSecret))
        {
            json.WriteStartObject(setting.Key);
            json.WriteString("description", $"{setting.Description}: {setting.Allowed} [default: {setting.Default}]");
            json.WriteStartArray("type");
            Types.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
