using Thymia.Provider.Json;

namespace Thymia.Provider.Calls;

/// <summary>One request to create a call, as the rules and the Defects see it.</summary>
internal sealed class CallRequest
{
    /// <summary>Counts the requests of this provider, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The key that was sent; null for none.</summary>
    public required string? Key { get; init; }

    public required string? ContentType { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>All headers, with their names as sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What a header says; null where it was not sent.</summary>
    public string? Header(string name) =>
        Headers
            .Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    /// <summary>What came of reading the body.</summary>
    public ParsedBody Parsed { get; set; } = new ParsedBody.Missing();

    /// <summary>The body as a value; absent if it is none.</summary>
    public JsonValue Root => Parsed is ParsedBody.Value(var root) ? root : default;

    /// <summary>The value at a dotted path such as <c>user.birthSex</c>; absent if there is none.</summary>
    public JsonValue At(string path)
    {
        var value = Root;
        foreach (var name in path.Split('.'))
        {
            value = value.Members().Find(name);
        }

        return value;
    }

    /// <summary>The text at a dotted path; null if there is none.</summary>
    public string? TextAt(string path) => At(path).AsText();
}
