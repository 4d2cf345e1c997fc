using System.Text.Json;

namespace Thymia.Provider.Json;

/// <summary>
/// One JSON value as a slice of the bytes it came in, so that it can be echoed exactly as it was sent.
/// The default value stands for one that is absent.
/// </summary>
internal readonly record struct JsonValue(JsonText? Text, JsonTokenType Kind, int Start, int End)
{
    public bool IsPresent => Text is not null;

    public bool IsNull => Kind == JsonTokenType.Null;

    public bool IsText => Kind == JsonTokenType.String;

    public bool IsNumber => Kind == JsonTokenType.Number;

    public bool IsBoolean => Kind is JsonTokenType.True or JsonTokenType.False;

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    /// <summary>The bytes as they were sent; empty when absent.</summary>
    public ReadOnlyMemory<byte> Raw => Text is null ? default : Text.Original[Start..End];

    /// <summary>As sent, but with null for every number that JSON cannot write.</summary>
    public ReadOnlyMemory<byte> RawWithNull => HasNonFinite ? Text!.WithNull(Start, End) : Raw;

    /// <summary>NaN, Infinity or -Infinity itself, or such a number anywhere within.</summary>
    public bool HasNonFinite => Text is not null && Text.HasNonFinite(Start, End);

    /// <summary>The text of a string, lone surrogates included; null for any other kind.</summary>
    public string? AsText() => IsText ? JsonStrings.Decode(Raw.Span[1..^1]) : null;

    /// <summary>The members of an object, in order and with repeats; empty for any other kind.</summary>
    public IReadOnlyList<JsonMember> Members() => IsObject ? JsonText.MembersOf(this) : [];

    /// <summary>The elements of an array; empty for any other kind.</summary>
    public IReadOnlyList<JsonValue> Elements() => IsArray ? JsonText.ElementsOf(this) : [];
}
