using System.Globalization;
using System.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads a query from text, sign by sign.</summary>
internal sealed class NodeQueryParser(string text)
{
    private const int MaxDepth = 50;
    private const int MaxLength = 4_000;

    private int _at;
    private int _depth;

    public NodeQuery Read()
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException($"it is longer than {MaxLength:N0} characters");
        }

        Demand('$');
        var segments = Segments();
        return _at == text.Length ? new NodeQuery(segments) : throw Unexpected();
    }

    /// <summary>The steps of a query, from behind its first sign.</summary>
    internal IReadOnlyList<QuerySegment> Segments()
    {
        var segments = new List<QuerySegment>();
        for (var before = _at; ; before = _at)
        {
            Skip();
            var descends = Take("..");
            if (Take('['))
            {
                segments.Add(new QuerySegment(descends, Selectors()));
            }
            else if (descends || Take('.'))
            {
                segments.Add(
                    new QuerySegment(descends, [Take('*') ? new QuerySelector.Any() : new QuerySelector.Named(Name())])
                );
            }
            else
            {
                _at = before;
                return segments;
            }
        }
    }

    internal void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"it is nested more than {MaxDepth} deep");
        }
    }

    internal void Leave() => _depth--;

    internal void Skip()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    internal bool Take(char sign) => Take(sign.ToString());

    internal bool Take(string signs)
    {
        if (string.CompareOrdinal(text, _at, signs, 0, signs.Length) != 0)
        {
            return false;
        }

        _at += signs.Length;
        return true;
    }

    internal void Demand(char sign)
    {
        if (!Take(sign))
        {
            throw Unexpected();
        }
    }

    internal char Next => _at < text.Length ? text[_at] : '\0';

    internal FormatException Unexpected() =>
        new(_at < text.Length ? $"'{text[_at]}' is not expected at character {_at + 1}" : "it ends too early");

    /// <summary>Letters, digits, underscores and hyphens; empty where there is none.</summary>
    internal string Word()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-' or > '\x7f'))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>A number as JSON writes it; empty where there is none.</summary>
    internal string Number()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '-' or '+' or '.' or 'e' or 'E'))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>A text between quotes of either kind, its escapes undone.</summary>
    internal string Quoted()
    {
        var quote = text[_at++];
        var result = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            var sign = text[_at++];
            result.Append(sign == '\\' ? Escaped() : sign);
        }

        Demand(quote);
        return result.ToString();
    }

    private char Escaped()
    {
        var sign = Next;
        _at++;
        switch (sign)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case '\\' or '/' or '\'' or '"':
                return sign;
            case 'u'
                when _at + 4 <= text.Length
                    && ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, null, out var code):
                _at += 4;
                return (char)code;
            default:
                _at--;
                throw Unexpected();
        }
    }

    private string Name()
    {
        var name = char.IsAsciiDigit(Next) || Next == '-' ? "" : Word();
        return name.Length > 0 ? name : throw Unexpected();
    }

    private List<QuerySelector> Selectors()
    {
        var selectors = new List<QuerySelector>();
        do
        {
            Skip();
            selectors.Add(Selector());
            Skip();
        } while (Take(','));

        Demand(']');
        return selectors;
    }

    private QuerySelector Selector()
    {
        if (Next is '\'' or '"')
        {
            return new QuerySelector.Named(Quoted());
        }

        if (Take('*'))
        {
            return new QuerySelector.Any();
        }

        if (Take('?'))
        {
            return new QuerySelector.Filter(new QueryFilterParser(this).Read());
        }

        var start = Whole();
        Skip();
        if (!Take(':'))
        {
            return start is { } index ? new QuerySelector.At(index) : throw Unexpected();
        }

        Skip();
        var end = Whole();
        Skip();
        long? step = null;
        if (Take(':'))
        {
            Skip();
            step = Whole();
        }

        return new QuerySelector.Slice(start, end, step ?? 1);
    }

    private long? Whole()
    {
        var start = _at;
        Take('-');
        while (char.IsAsciiDigit(Next))
        {
            _at++;
        }

        return _at == start ? null
            : long.TryParse(
                text.AsSpan(start, _at - start),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var n
            )
            && Math.Abs(n) < 1L << 53
                ? n
            : throw Unexpected();
    }
}
