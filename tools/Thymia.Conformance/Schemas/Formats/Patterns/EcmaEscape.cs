namespace Thymia.Conformance.Schemas.Formats.Patterns;

/// <summary>
/// What a backslash begins: <c>AtomEscape</c> and the assertions outside a class, <c>ClassEscape</c> within one.
/// </summary>
internal static class EcmaEscape
{
    private const int Set = -1;

    public static bool TryReadAtom(ref PatternCursor cursor, EcmaGroups groups, out bool quantifiable)
    {
        quantifiable = !(cursor.Take("\\b") || cursor.Take("\\B"));
        if (!quantifiable)
        {
            return true;
        }

        if (cursor.Take("\\k<"))
        {
            var isName = EcmaGroupName.TryRead(ref cursor, out var name);
            groups.Refer(name);
            return isName;
        }

        cursor.Skip();
        if (cursor.Current is >= '1' and <= '9')
        {
            groups.Refer(cursor.TakeDigits());
            return true;
        }

        return TryReadCharacterOrSet(ref cursor, out _);
    }

    /// <summary>The value of the character, or a negative one for a set such as <c>\d</c>.</summary>
    public static bool TryReadMember(ref PatternCursor cursor, out int value)
    {
        cursor.Skip();
        if (cursor.Take("b"))
        {
            value = '\b';
            return true;
        }

        value = '-';
        return cursor.Take("-") || TryReadCharacterOrSet(ref cursor, out value);
    }

    private static bool TryReadCharacterOrSet(ref PatternCursor cursor, out int value)
    {
        value = Set;
        if (cursor.Current is 'd' or 'D' or 's' or 'S' or 'w' or 'W')
        {
            return cursor.Skip();
        }

        if (cursor.Unicode && (cursor.Take("p{") || cursor.Take("P{")))
        {
            return EcmaProperty.IsValid(cursor.TakeUntil('}'));
        }

        value = EcmaCharacterEscape.Read(ref cursor);
        return value >= 0;
    }
}
