using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats;

/// <summary>
/// <c>relative-json-pointer</c>: draft-bhutton-relative-json-pointer-00 section 3: a number without leading zeros,
/// a shift of an array index such as <c>+1</c> if need be, and then <c>#</c> or a JSON Pointer.
/// </summary>
internal static class RelativeJsonPointerFormat
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var levels = NumberLength(text);
        if (levels == 0)
        {
            return false;
        }

        text = text[levels..];
        if (!text.IsEmpty && text[0] is ('+' or '-'))
        {
            var shift = NumberLength(text[1..]);
            if (shift == 0)
            {
                return false;
            }

            text = text[(1 + shift)..];
        }

        return text is "#" || JsonPointerFormat.IsValid(text);
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var digits = AsciiDigits.Count(text);
        return digits > 1 && text[0] == '0' ? 0 : digits;
    }
}
