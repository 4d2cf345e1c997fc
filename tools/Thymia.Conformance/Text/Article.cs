namespace Thymia.Conformance.Text;

/// <summary>The indefinite article of a noun.</summary>
internal static class Article
{
    // They are spoken with a consonant in front.
    private static readonly string[] AsConsonants = ["uri", "uuid"];

    /// <summary><c>an object</c>, <c>a uuid</c>; <c>null</c> has none.</summary>
    public static string Before(string noun) =>
        noun == "null" ? noun
        : "aeiou".Contains(noun[0], StringComparison.Ordinal)
        && !AsConsonants.Any(start => noun.StartsWith(start, StringComparison.Ordinal))
            ? $"an {noun}"
        : $"a {noun}";
}
