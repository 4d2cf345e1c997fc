namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// A <c>UnicodePropertyValueExpression</c>, the text within <c>\p{…}</c>: the name of a property or general
/// category, or a value of one of the three properties that have values. Names are checked for their form only.
/// </summary>
internal static class EcmaProperty
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        return equals < 0
            ? IsName(text)
            : text[..equals] is "General_Category" or "gc" or "Script" or "sc" or "Script_Extensions" or "scx"
                && IsName(text[(equals + 1)..]);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }
}
