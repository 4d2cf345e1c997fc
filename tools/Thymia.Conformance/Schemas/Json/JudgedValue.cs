using System.Text.Json;

namespace Thymia.Conformance.Schemas.Json;

/// <summary>A value with what most rules ask about it, read once.</summary>
internal readonly struct JudgedValue
{
    /// <param name="readText">Whether a rule asks for the text.</param>
    public JudgedValue(JsonElement json, bool readText)
    {
        Json = json;
        Type = JsonTypeNames.Of(json);
        Text = readText && Type == JsonTypes.String ? TextOf(json) : null;
    }

    public JsonElement Json { get; }

    /// <summary>The narrowest type.</summary>
    public JsonTypes Type { get; }

    /// <summary>Null where it is none, or no rule asks for it.</summary>
    public string? Text { get; }

    public bool IsNumber => (Type & JsonTypes.Number) != 0;

    /// <summary>Of a number.</summary>
    public JsonNumber Number => JsonNumber.Parse(Json.GetRawText());

    // The grammar allows half a surrogate pair as an escape; it stands for no character.
    private static string TextOf(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}

/// <summary>Whether one keyword holds for a value.</summary>
internal delegate bool ValueRule(in JudgedValue value);
