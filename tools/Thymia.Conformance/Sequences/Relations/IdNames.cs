namespace Thymia.Conformance.Sequences.Relations;

/// <summary>Under which names an answer may hold the id that a path parameter wants, the likeliest first.</summary>
internal static class IdNames
{
    private static readonly string[] OfIds = ["id", "_id", "uuid", "guid", "uid"];

    // Ids only where the parameter's own name says so.
    private static readonly string[] OfOthers = ["key", "slug", "code", "name", "number", "ref", "token"];

    private static readonly string[] OfWrappers = ["data", "result", "item", "response", "payload"];

    public static IReadOnlyList<string> For(string parameter, string item) =>
        [
            .. new[] { parameter, NounOf(item) + "id" }
                .Concat(OfIds)
                .Concat(OfOthers.Where(o => Plain(parameter).EndsWith(o, StringComparison.Ordinal)))
                .DistinctBy(Plain),
        ];

    /// <summary>
    /// Whether an object of that name holds the thing itself, rather than another that belongs to it.
    /// </summary>
    public static bool IsWrapper(string name, string item) =>
        OfWrappers.Contains(Plain(name)) || Plain(name) == Plain(NounOf(item));

    /// <summary>Whether two names are one but for case and what joins their words.</summary>
    public static bool AreAlike(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string NounOf(string item)
    {
        var noun = ItemPath.CollectionOf(item).Split('/')[^1];
        return noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y"
            : noun.EndsWith('s') ? noun[..^1]
            : noun;
    }
}
