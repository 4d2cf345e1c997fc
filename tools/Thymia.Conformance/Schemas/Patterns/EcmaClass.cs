namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// A <c>CharacterClass</c>: members and ranges in brackets. It may be empty; a range runs between two characters,
/// upwards.
/// </summary>
internal static class EcmaClass
{
    public static bool TryRead(ref PatternCursor cursor, out Func<CodePoints> set)
    {
        cursor.Skip();
        var isNegated = cursor.Take("^");
        var members = new List<Func<CodePoints>>();
        set = () => Joined(members, isNegated);
        while (!cursor.Take("]"))
        {
            if (!TryReadMember(ref cursor, out var from, out var first))
            {
                return false;
            }

            members.Add(first);
            if (!cursor.Take("-"))
            {
                continue;
            }

            if (cursor.Take("]"))
            {
                members.Add(() => CodePoints.Of('-'));
                return true;
            }

            if (!TryReadMember(ref cursor, out var to, out _) || from < 0 || to < 0 || from > to)
            {
                return false;
            }

            members[^1] = () => new CodePoints([(from, to)]);
        }

        return true;
    }

    private static CodePoints Joined(List<Func<CodePoints>> members, bool isNegated)
    {
        var all = new CodePoints(members.SelectMany(m => m().Ranges));
        return isNegated ? all.Complement() : all;
    }

    // The value is that of the character, or negative for a set such as \d.
    private static bool TryReadMember(ref PatternCursor cursor, out int value, out Func<CodePoints> set)
    {
        if (cursor.StartsWith('\\'))
        {
            return EcmaEscape.TryReadMember(ref cursor, out value, out set);
        }

        var read = value = cursor.ReadCodePoint();
        set = () => CodePoints.Of(read);
        return value >= 0;
    }
}
