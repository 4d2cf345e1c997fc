namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// The generic syntax of RFC 3986 section 3 (<c>URI</c>) and section 4.1 (<c>URI-reference</c>), and the same of
/// RFC 3987 for IRIs. What a scheme demands on top, such as the host that <c>http</c> needs, is not looked at.
/// </summary>
internal static class UriGrammar
{
    /// <summary>A scheme is required; a fragment is allowed.</summary>
    public static bool IsAbsolute(ReadOnlySpan<char> text, UriAlphabet alphabet)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && IsScheme(text[..colon]) && IsAfterScheme(text[(colon + 1)..], alphabet);
    }

    /// <summary>Absolute, or relative to a base; the empty text is a reference too.</summary>
    public static bool IsReference(ReadOnlySpan<char> text, UriAlphabet alphabet)
    {
        // A colon in the first segment ends a scheme: the first segment of a relative path has none.
        var end = text.IndexOfAny(":/?#");
        return end >= 0 && text[end] == ':' ? IsAbsolute(text, alphabet) : IsAfterScheme(text, alphabet);
    }

    private static bool IsScheme(ReadOnlySpan<char> text) =>
        char.IsAsciiLetter(text[0]) && !text.ContainsAnyExcept(UriCharacters.InScheme);

    private static bool IsAfterScheme(ReadOnlySpan<char> text, UriAlphabet alphabet)
    {
        var fragment = CutAt('#', ref text);
        var query = CutAt('?', ref text);
        return IsHierarchy(text, alphabet)
            && UriCharacters.AreAll(query, UriCharacters.InQueryOrFragment, alphabet, privateUse: true)
            && UriCharacters.AreAll(fragment, UriCharacters.InQueryOrFragment, alphabet);
    }

    private static bool IsHierarchy(ReadOnlySpan<char> text, UriAlphabet alphabet)
    {
        if (!text.StartsWith("//"))
        {
            return UriCharacters.AreAll(text, UriCharacters.InPath, alphabet);
        }

        var authority = text[2..];
        var slash = authority.IndexOf('/');
        var path = slash < 0 ? [] : authority[slash..];
        return UriAuthority.IsValid(slash < 0 ? authority : authority[..slash], alphabet)
            && UriCharacters.AreAll(path, UriCharacters.InPath, alphabet);
    }

    // Shortens the text to what precedes the mark and gives what follows it; nothing where there is no mark.
    private static ReadOnlySpan<char> CutAt(char mark, ref ReadOnlySpan<char> text)
    {
        var index = text.IndexOf(mark);
        if (index < 0)
        {
            return [];
        }

        var rest = text[(index + 1)..];
        text = text[..index];
        return rest;
    }
}
