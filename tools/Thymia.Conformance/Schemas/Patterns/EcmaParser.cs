namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// Reads the <c>Pattern</c> of ECMA-262 section 21.2.1 with its early errors: whether it is valid, and as a tree.
/// Groups are kept on a list of their own, so a pattern nested however deep takes no room on the call stack.
/// </summary>
internal ref struct EcmaParser
{
    private readonly Stack<PatternGroup> _open = [];
    private readonly EcmaGroups _groups = new();
    private PatternCursor _cursor;

    // Whether a quantifier may follow: there is something before it, and it is no assertion.
    private bool _quantifiable;

    private EcmaParser(ReadOnlySpan<char> text, bool unicode)
    {
        _cursor = new PatternCursor(text, unicode);
        _open.Push(new PatternGroup(inner => inner, IsQuantifiable: false));
    }

    /// <summary>The tree of a pattern, read with the <c>u</c> flag where it can be; null where it is none.</summary>
    public static PatternNode? Parse(ReadOnlySpan<char> pattern) =>
        new EcmaParser(pattern, unicode: true).Read() ?? new EcmaParser(pattern, unicode: false).Read();

    private PatternNode? Read()
    {
        while (!_cursor.AtEnd)
        {
            if (!ReadTerm())
            {
                return null;
            }
        }

        return _open.Count == 1 && _groups.AreReferencesResolved ? _open.Pop().Close() : null;
    }

    private bool ReadTerm()
    {
        switch (_cursor.Current)
        {
            case '|':
                _open.Peek().Alternate();
                _quantifiable = false;
                return _cursor.Skip();
            case '^':
                return Add(new PatternNode.Start(), quantifiable: false) && _cursor.Skip();
            case '$':
                return Add(new PatternNode.End(), quantifiable: false) && _cursor.Skip();
            case '.':
                return Add(new PatternNode.Character(() => CharacterSets.Dot)) && _cursor.Skip();
            case '(':
                return OpenGroup();
            case ')':
                return CloseGroup();
            case '*' or '+' or '?' or '{':
                return Quantify();
            case '[':
                return EcmaClass.TryRead(ref _cursor, out var set) && Add(new PatternNode.Character(set));
            case '\\':
                return EcmaEscape.TryReadAtom(ref _cursor, _groups, out var atom)
                    && Add(atom!, atom is not PatternNode.Boundary);
            case ']' or '}':
                return false;
            default:
                var value = _cursor.ReadCodePoint();
                return Add(new PatternNode.Character(() => CodePoints.Of(value)));
        }
    }

    private bool Add(PatternNode node, bool quantifiable = true)
    {
        _open.Peek().Add(node);
        _quantifiable = quantifiable;
        return true;
    }

    private bool Quantify()
    {
        if (!_quantifiable || !EcmaQuantifier.TryRead(ref _cursor, out var least, out var most, out var isLazy))
        {
            return false;
        }

        _quantifiable = false;
        _open.Peek().Repeat(last => new PatternNode.Repeat(last, least, most, isLazy));
        return true;
    }

    private bool OpenGroup()
    {
        _quantifiable = false;
        foreach (var (mark, isBehind, isNegated) in Assertions)
        {
            if (_cursor.Take(mark))
            {
                _open.Push(new PatternGroup(i => new PatternNode.Look(i, isBehind, isNegated), IsQuantifiable: false));
                return true;
            }
        }

        if (_cursor.Take("(?:"))
        {
            _open.Push(new PatternGroup(inner => inner, IsQuantifiable: true));
            return true;
        }

        var number = _groups.CountCapture();
        _open.Push(new PatternGroup(inner => new PatternNode.Capture(inner, number), IsQuantifiable: true));
        return _cursor.Take("(?<")
            ? EcmaGroupName.TryRead(ref _cursor, out var name) && _groups.TryName(name, number)
            : _cursor.Skip() && (_cursor.AtEnd || _cursor.Current != '?');
    }

    private static (string Mark, bool IsBehind, bool IsNegated)[] Assertions { get; } =
    [("(?=", false, false), ("(?!", false, true), ("(?<=", true, false), ("(?<!", true, true)];

    private bool CloseGroup()
    {
        if (_open.Count == 1)
        {
            return false;
        }

        var group = _open.Pop();
        return Add(group.Close(), group.IsQuantifiable) && _cursor.Skip();
    }
}
