namespace Thymia.Conformance.Schemas.Formats.Patterns;

/// <summary>
/// A <c>CharacterClass</c>: members and ranges in brackets. It may be empty; a range runs between two characters,
/// upwards.
/// </summary>
internal static class EcmaClass
{
    public static bool TryRead(ref PatternCursor cursor)
    {
        cursor.Skip();
        cursor.Take("^");
        while (!cursor.Take("]"))
        {
            if (!TryReadMember(ref cursor, out var from))
            {
                return false;
            }

            if (!cursor.Take("-"))
            {
                continue;
            }

            if (cursor.Take("]"))
            {
                return true;
            }

            if (!TryReadMember(ref cursor, out var to) || from < 0 || to < 0 || from > to)
            {
                return false;
            }
        }

        return true;
    }

    // The value is that of the character, or negative for a set such as \d.
    private static bool TryReadMember(ref PatternCursor cursor, out int value)
    {
        if (cursor.StartsWith('\\'))
        {
            return EcmaEscape.TryReadMember(ref cursor, out value);
        }

        value = cursor.ReadCodePoint();
        return value >= 0;
    }
}
