using System.Text.Json;
using Thymia.Conformance.Sequences;

namespace Thymia.Conformance.Reports.Formats.Results;

/// <summary>What a run left at the provider, as results.json has it.</summary>
internal static class LeftJson
{
    /// <param name="left">None writes nothing.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<LeftThing> left)
    {
        if (left.Count == 0)
        {
            return;
        }

        json.WriteStartArray("left");
        foreach (var thing in left)
        {
            json.WriteStartObject();
            json.WriteString("operation", thing.Producer);
            if (thing.Path is { } path)
            {
                json.WriteString("path", path);
            }

            json.WriteString("reason", thing.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
