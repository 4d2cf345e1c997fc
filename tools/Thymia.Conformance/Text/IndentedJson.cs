using System.Text.Encodings.Web;
using System.Text.Json;

namespace Thymia.Conformance.Text;

/// <summary>JSON that people read as well: indented, and with nothing escaped that need not be.</summary>
internal static class IndentedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonWriterOptions Writer { get; } =
        new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>Members in camel case.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
