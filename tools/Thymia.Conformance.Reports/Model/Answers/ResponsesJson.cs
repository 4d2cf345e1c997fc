using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>
/// Writes the member <c>responses</c> of <c>results.json</c>: which documented answers were seen, and why not.
/// </summary>
internal static class ResponsesJson
{
    public static void Write(Utf8JsonWriter json, AnswerBook answers)
    {
        json.WriteStartArray("responses");
        foreach (var one in answers.Responses)
        {
            json.WriteStartObject();
            json.WriteString("operation", SafeText.Of(one.Operation));
            json.WriteString("status", SafeText.Of(one.Status));
            if (one.MediaType is { } type)
            {
                json.WriteString("mediaType", SafeText.Of(type));
            }

            json.WriteNumber("seen", one.Seen);
            if (one.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
