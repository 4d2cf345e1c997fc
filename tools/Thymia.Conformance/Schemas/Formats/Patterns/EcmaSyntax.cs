namespace Thymia.Conformance.Schemas.Formats.Patterns;

/// <summary>
/// The <c>Pattern</c> of ECMA-262 section 21.2.1 with its early errors. Groups are kept on a list of their own, so
/// a pattern nested however deep takes no room on the call stack.
/// </summary>
internal ref struct EcmaSyntax(ReadOnlySpan<char> text, bool unicode)
{
    private readonly List<bool> _openGroups = [];
    private readonly EcmaGroups _groups = new();
    private PatternCursor _cursor = new(text, unicode);

    // Whether a quantifier may follow: there is something before it, and it is no assertion.
    private bool _quantifiable;

    public bool IsValid()
    {
        while (!_cursor.AtEnd)
        {
            if (!ReadTerm())
            {
                return false;
            }
        }

        return _openGroups.Count == 0 && _groups.AreReferencesResolved;
    }

    private bool ReadTerm()
    {
        switch (_cursor.Current)
        {
            case '|' or '^' or '$':
                _quantifiable = false;
                return _cursor.Skip();
            case '(':
                return OpenGroup();
            case ')':
                return CloseGroup();
            case '*' or '+' or '?' or '{':
                var allowed = _quantifiable;
                _quantifiable = false;
                return allowed && EcmaQuantifier.TryRead(ref _cursor);
            case '[':
                _quantifiable = true;
                return EcmaClass.TryRead(ref _cursor);
            case '\\':
                return EcmaEscape.TryReadAtom(ref _cursor, _groups, out _quantifiable);
            case ']' or '}':
                return false;
            default:
                _quantifiable = true;
                return _cursor.ReadCodePoint() >= 0;
        }
    }

    private bool OpenGroup()
    {
        _quantifiable = false;
        if (_cursor.Take("(?=") || _cursor.Take("(?!") || _cursor.Take("(?<=") || _cursor.Take("(?<!"))
        {
            _openGroups.Add(false);
            return true;
        }

        _openGroups.Add(true);
        if (_cursor.Take("(?:"))
        {
            return true;
        }

        _groups.CountCapture();
        if (_cursor.Take("(?<"))
        {
            return EcmaGroupName.TryRead(ref _cursor, out var name) && _groups.TryName(name);
        }

        return _cursor.Skip() && (_cursor.AtEnd || _cursor.Current != '?');
    }

    private bool CloseGroup()
    {
        if (_openGroups.Count == 0)
        {
            return false;
        }

        _quantifiable = _openGroups[^1];
        _openGroups.RemoveAt(_openGroups.Count - 1);
        return _cursor.Skip();
    }
}
