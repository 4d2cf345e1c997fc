using System.Text.Json;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Reports.Exports;

/// <summary>Writes what a case demands of its answer.</summary>
internal static class ExpectationJson
{
    public static void Write(Utf8JsonWriter writer, Expectation expectation)
    {
        writer.WriteStartObject("expect");
        switch (expectation)
        {
            case Expectation.Rejected rejected:
                writer.WriteString("outcome", "rejected");
                writer.WriteNumber("status", rejected.Status);
                WriteLocs(writer, rejected);
                break;
            case Expectation.Refused refused:
                writer.WriteString("outcome", "refused");
                WriteStatuses(writer, refused.Statuses);
                writer.WriteString("reason", refused.Reason);
                break;
            default:
                writer.WriteString("outcome", "accepted");
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteLocs(Utf8JsonWriter writer, Expectation.Rejected rejected)
    {
        writer.WriteStartArray("loc");
        foreach (var place in rejected.Places)
        {
            writer.WriteStartArray();
            foreach (var step in place.Path)
            {
                writer.WriteStringValue(step);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    // "Any client error" is a hundred numbers and one thought.
    private static void WriteStatuses(Utf8JsonWriter writer, IReadOnlyList<int> statuses)
    {
        writer.WriteStartArray("statuses");
        if (statuses.Count == Expectation.AnyClientError.Count)
        {
            writer.WriteStringValue("4XX");
        }
        else
        {
            foreach (var status in statuses)
            {
                writer.WriteStringValue($"{status}");
            }
        }

        writer.WriteEndArray();
    }
}
