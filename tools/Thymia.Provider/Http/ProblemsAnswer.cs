using System.Buffers;
using System.Text.Json;
using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Http;

/// <summary>Writes the contract's HTTPValidationError.</summary>
internal static class ProblemsAnswer
{
    public static Answer Of(IReadOnlyList<Problem> problems)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteStartArray("detail");
        foreach (var problem in problems)
        {
            Write(writer, problem);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return new Answer(422, buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter writer, Problem problem)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("loc");
        writer.WriteRawValue(problem.Place.Loc, skipInputValidation: true);
        writer.WriteString("msg", problem.Fault.Message);
        writer.WriteString("type", problem.Fault.Type);
        if (problem.Input is { } input)
        {
            writer.WritePropertyName("input");
            writer.WriteRawValue(input.Span, skipInputValidation: true);
        }

        if (problem.Fault.Context is { } context)
        {
            writer.WritePropertyName("ctx");
            writer.WriteRawValue(context, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }
}
