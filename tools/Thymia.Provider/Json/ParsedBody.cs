namespace Thymia.Provider.Json;

/// <summary>What came of reading a request body.</summary>
internal abstract record ParsedBody
{
    private ParsedBody() { }

    /// <summary>No bytes at all.</summary>
    public sealed record Missing : ParsedBody;

    /// <summary>Not declared as JSON, and so taken as a text value.</summary>
    public sealed record NotJson : ParsedBody;

    /// <summary>Not characters, or deeper than the reader goes: refused before anyone looks at it.</summary>
    public sealed record Unreadable : ParsedBody;

    /// <param name="Position">Where reading stopped, in characters from the start.</param>
    public sealed record Malformed(int Position) : ParsedBody;

    public sealed record Value(JsonValue Root) : ParsedBody;
}
