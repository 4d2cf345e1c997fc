using System.Globalization;
using System.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>Reads the pieces of a pattern that is known to be valid.</summary>
internal ref struct PatternReader(string pattern, bool unicode)
{
    private int _at;

    public readonly bool AtEnd => _at >= pattern.Length;

    public readonly char Current => pattern[_at];

    public readonly char Following => pattern[_at + 1];

    /// <summary>The name of each group that captures, in order; empty for one without.</summary>
    public static List<string> GroupNames(string pattern)
    {
        var names = new List<string>();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\')
            {
                i++;
            }
            else if (!inClass && rest[0] == '('
                && (rest is not ['(', '?', ..] || rest is ['(', '?', '<', not ('=' or '!'), ..]))
            {
                names.Add(rest is ['(', '?', ..] ? rest[3..rest.IndexOf('>')].ToString() : "");
            }
            else
            {
                inClass = rest[0] == '[' || (inClass && rest[0] != ']');
            }
        }

        return names;
    }

    public readonly bool StartsWith(string text) => Rest.StartsWith(text, StringComparison.Ordinal);

    public readonly ReadOnlySpan<char> Rest => pattern.AsSpan(_at);

    public void Skip(int count) => _at += count;

    public void SkipPast(char end) => _at = pattern.IndexOf(end, _at) + 1;

    public string ReadUpTo(char end)
    {
        var start = _at;
        SkipPast(end);
        return pattern[start..(_at - 1)];
    }

    public int ReadDecimal()
    {
        var start = _at;
        while (!AtEnd && char.IsAsciiDigit(Current))
        {
            _at++;
        }

        return int.Parse(pattern.AsSpan(start.._at), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public int ReadCodePoint()
    {
        Rune.DecodeFromUtf16(pattern.AsSpan(_at), out var rune, out var consumed);
        _at += consumed;
        return rune.Value;
    }

    /// <summary>A bracketed class, from its opening bracket to behind its closing one.</summary>
    public CodePoints ReadClass()
    {
        _at++;
        var negated = Current == '^';
        _at += negated ? 1 : 0;
        var ranges = new List<(int From, int To)>();
        while (Current != ']')
        {
            ReadMember(out var set, out var from);
            if (set is not null)
            {
                ranges.AddRange(set.Ranges);
                continue;
            }

            var to = from;
            if (Current == '-' && Following != ']')
            {
                _at++;
                ReadMember(out _, out to);
            }

            ranges.Add((from, to));
        }

        _at++;
        return negated ? new CodePoints(ranges).Complement() : new CodePoints(ranges);
    }

    /// <summary>An escape that stands for a set of characters, or for one.</summary>
    public void ReadEscape(bool inClass, out CodePoints? set, out int codePoint)
    {
        codePoint = 0;
        var c = Following;
        _at += 2;
        set = c switch
        {
            'd' => CharacterSets.Digit,
            'D' => CharacterSets.Digit.Complement(),
            'w' => CharacterSets.Word,
            'W' => CharacterSets.Word.Complement(),
            's' => CharacterSets.Space,
            'S' => CharacterSets.Space.Complement(),
            'p' or 'P' when unicode => ReadProperty(c == 'P'),
            _ => null,
        };
        if (set is null)
        {
            codePoint = ReadCharacter(c, inClass);
        }
    }

    private void ReadMember(out CodePoints? set, out int codePoint)
    {
        if (Current == '\\')
        {
            ReadEscape(inClass: true, out set, out codePoint);
            return;
        }

        set = null;
        codePoint = ReadCodePoint();
    }

    private CodePoints ReadProperty(bool negated)
    {
        _at++;
        var set = CharacterSets.Property(ReadUpTo('}'));
        return negated ? set.Complement() : set;
    }

    private int ReadCharacter(char c, bool inClass) => c switch
    {
        'b' when inClass => '\b',
        't' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        '0' => 0,
        'c' => pattern[_at++] % 32,
        'x' => ReadHex(2),
        'u' => ReadUnicode(),
        _ => ReadSelf(),
    };

    // The character behind the backslash; it may be half of one.
    private int ReadSelf()
    {
        _at--;
        return ReadCodePoint();
    }

    private int ReadUnicode()
    {
        if (unicode && Current == '{')
        {
            _at++;
            return int.Parse(ReadUpTo('}'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        var first = ReadHex(4);
        if (char.IsHighSurrogate((char)first) && StartsWith("\\u") && _at + 6 <= pattern.Length
            && int.TryParse(pattern.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out var second)
            && char.IsLowSurrogate((char)second))
        {
            _at += 6;
            return char.ConvertToUtf32((char)first, (char)second);
        }

        return first;
    }

    private int ReadHex(int length)
    {
        _at += length;
        return int.Parse(
            pattern.AsSpan(_at - length, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
