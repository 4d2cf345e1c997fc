using System.Text.Encodings.Web;
using System.Text.Json;

namespace Thymia.Conformance.Reports.Html;

/// <summary>JSON for people to read.</summary>
internal static class IndentedJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
    };
}
