using System.Globalization;
using System.Text;
using Thymia.Conformance.Schemas.Formats.Patterns;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>
/// Writes a pattern of ECMA-262 for .NET: <c>$</c> is the very end, <c>\d</c> and <c>\w</c> are ASCII, a character
/// beyond the basic plane is one character, a <c>[</c> in a class is itself, and groups count in the order of their
/// brackets.
/// </summary>
internal ref struct EcmaTranslator
{
    private readonly StringBuilder _result;
    private readonly List<string> _names;
    private PatternReader _reader;

    private EcmaTranslator(string pattern, bool unicode)
    {
        _result = new StringBuilder(pattern.Length * 2);
        _reader = new PatternReader(pattern, unicode);
        _names = PatternReader.GroupNames(pattern);
    }

    /// <param name="pattern">Valid by the syntax of ECMA-262.</param>
    /// <exception cref="NotSupportedException">It uses a Unicode property that is not known here.</exception>
    public static string Translate(string pattern)
    {
        var translator = new EcmaTranslator(pattern, new EcmaSyntax(pattern, unicode: true).IsValid());
        while (!translator._reader.AtEnd)
        {
            translator.Next();
        }

        return translator._result.ToString();
    }

    private void Next()
    {
        switch (_reader.Current)
        {
            case '\\':
                Escape();
                break;
            case '[':
                _result.Append(_reader.ReadClass().ToPattern());
                break;
            case '.':
                _reader.Skip(1);
                _result.Append(CharacterSets.Dot.ToPattern());
                break;
            case '$':
                _reader.Skip(1);
                _result.Append(@"\z");
                break;
            case '(':
                Open();
                break;
            case '{':
                Copy(_reader.Rest.IndexOf('}') + 1);
                break;
            case '^' or ')' or '|' or '*' or '+' or '?':
                Copy(1);
                break;
            default:
                Quantifiable(_reader.ReadCodePoint());
                break;
        }
    }

    // A named group becomes a numbered one: .NET would count it after all others.
    private void Open()
    {
        if (_reader.StartsWith("(?<") && !_reader.StartsWith("(?<=") && !_reader.StartsWith("(?<!"))
        {
            _reader.SkipPast('>');
            _result.Append('(');
            return;
        }

        Copy(_reader.StartsWith("(?<") ? 4 : _reader.StartsWith("(?") ? 3 : 1);
    }

    private void Escape()
    {
        switch (_reader.Following)
        {
            case 'b':
                Boundary(@"(?:(?<={0})(?!{0})|(?<!{0})(?={0}))");
                break;
            case 'B':
                Boundary(@"(?:(?<={0})(?={0})|(?<!{0})(?!{0}))");
                break;
            case 'k':
                _reader.Skip(3);
                Reference(_names.IndexOf(_reader.ReadUpTo('>')) + 1);
                break;
            case >= '1' and <= '9':
                _reader.Skip(1);
                Reference(_reader.ReadDecimal());
                break;
            default:
                _reader.ReadEscape(inClass: false, out var set, out var codePoint);
                _ = set is null ? Quantifiable(codePoint) : _result.Append(set.ToPattern());
                break;
        }
    }

    private void Boundary(string pattern)
    {
        _reader.Skip(2);
        _result.AppendFormat(CultureInfo.InvariantCulture, pattern, CharacterSets.Word.ToPattern());
    }

    private readonly void Reference(int group) => _result.Append(CultureInfo.InvariantCulture, $"(?:\\{group})");

    private readonly StringBuilder Quantifiable(int codePoint) => _result.Append(CodePoints.Of(codePoint).ToPattern());

    private void Copy(int count)
    {
        _result.Append(_reader.Rest[..count]);
        _reader.Skip(count);
    }
}
