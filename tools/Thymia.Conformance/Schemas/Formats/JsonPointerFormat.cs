namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>json-pointer</c>: RFC 6901 section 3: empty, or tokens each led by a slash, in which a tilde is followed by 0
/// or 1. Any other character stands for itself, blanks and control characters included. The fragment form is none.
/// </summary>
internal static class JsonPointerFormat
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[0] != '/')
        {
            return false;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '~' && (++index == text.Length || text[index] is not ('0' or '1')))
            {
                return false;
            }
        }

        return true;
    }
}
