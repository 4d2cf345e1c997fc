namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// What a backslash begins: <c>AtomEscape</c> and the assertions outside a class, <c>ClassEscape</c> within one.
/// </summary>
internal static class EcmaEscape
{
    private const int NoCharacter = -1;

    public static bool TryReadAtom(ref PatternCursor cursor, EcmaGroups groups, out PatternNode? atom)
    {
        var isBoundary = cursor.Take("\\b");
        if (isBoundary || cursor.Take("\\B"))
        {
            atom = new PatternNode.Boundary(!isBoundary);
            return true;
        }

        if (cursor.Take("\\k<"))
        {
            var isName = EcmaGroupName.TryRead(ref cursor, out var name);
            atom = groups.Refer(name);
            return isName;
        }

        cursor.Skip();
        if (cursor.Current is >= '1' and <= '9')
        {
            atom = groups.Refer(cursor.TakeDigits());
            return true;
        }

        var isRead = TryReadCharacterOrSet(ref cursor, out _, out var set);
        atom = new PatternNode.Character(set);
        return isRead;
    }

    /// <summary>The value of the character, or a negative one for a set such as <c>\d</c>.</summary>
    public static bool TryReadMember(ref PatternCursor cursor, out int value, out Func<CodePoints> set)
    {
        cursor.Skip();
        var isBackspace = cursor.Take("b");
        if (isBackspace || cursor.Take("-"))
        {
            var read = value = isBackspace ? '\b' : '-';
            set = () => CodePoints.Of(read);
            return true;
        }

        return TryReadCharacterOrSet(ref cursor, out value, out set);
    }

    private static bool TryReadCharacterOrSet(ref PatternCursor cursor, out int value, out Func<CodePoints> set)
    {
        value = NoCharacter;
        if (CharacterSets.Short(cursor.Current) is { } known)
        {
            set = () => known;
            return cursor.Skip();
        }

        var isProperty = cursor.Unicode && cursor.Take("p{");
        if (isProperty || (cursor.Unicode && cursor.Take("P{")))
        {
            var name = cursor.TakeUntil('}').ToString();
            set = () => isProperty ? CharacterSets.Property(name) : CharacterSets.Property(name).Complement();
            return EcmaProperty.IsValid(name);
        }

        var read = value = EcmaCharacterEscape.Read(ref cursor);
        set = () => CodePoints.Of(read);
        return value >= 0;
    }
}
