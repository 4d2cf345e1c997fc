using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Formats;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>Makes a text of which all keywords of a way hold.</summary>
internal sealed class TextMaker(ValueSolver solver, SolvedPlace place, ImmutableList<Literal> literals)
{
    private const int MaxTries = 24;
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly LiteralBounds _length = LiteralBounds.Of(literals, "minLength", "maxLength");
    private readonly string[] _patterns = Values(literals, "pattern");
    private readonly string[] _formats = [.. Values(literals, "format").Where(StringFormats.IsKnown)];

    private int Least => (int)_length.Least;

    private int Most => (int)_length.Most;

    public Solution Make()
    {
        if (_length.Conflict is { } conflict)
        {
            return new Solution.Failed(conflict, _length.Pointer, true);
        }

        if (_length.Least > place.Search.MaxBytes)
        {
            return new Solution.Failed(
                $"its 'minLength' {_length.Least} needs more than {place.Search.MaxBytes} bytes",
                _length.Pointer,
                false
            );
        }

        var text = Candidates().Where(HasLength).FirstOrDefault(t => solver.Fits(place, JsonValue.Create(t)));
        text ??= Matching([.. _patterns, .. _formats.Select(FormatGrammars.Of).OfType<string>()]);
        text ??= _formats.Length == 0 ? null : Matching(_patterns);
        return text is null ? Failure() : new Solution.Found(JsonValue.Create(text));
    }

    private string? Matching(string[] patterns) =>
        _patterns.Length == 0
            ? null
            : PatternSearch.Find(patterns, Least, Most, Seed, t => solver.Fits(place, JsonValue.Create(t)));

    private Seed Seed => place.Search.Draw.Seed.Derive(place.Pointer);

    private static string[] Values(ImmutableList<Literal> literals, string keyword) =>
        [
            .. literals
                .Where(l => l.Holds && l.Keyword == keyword)
                .Select(l => l.Part.Json.GetProperty(keyword).GetString()!)
                .Distinct(),
        ];

    private bool HasLength(string text)
    {
        var length = TextRules.CodePoints(text);
        return length >= _length.Least && length <= _length.Most;
    }

    private IEnumerable<string> Candidates()
    {
        var meaning = Meanings.Of(place.Pointer);
        var reserved = FictionalTexts.Of(meaning, place.Search.Draw, place.Pointer);
        var formatted = _formats.SelectMany(f =>
            FormatTexts.Of(f, meaning, place.Search.Draw, place.Pointer, Least, Most)
        );
        return reserved.Concat(formatted).Concat(_patterns.Length > 0 ? [] : Plain());
    }

    private IEnumerable<string> Plain()
    {
        if (place.Draft.Value is JsonValue draft && draft.TryGetValue<string>(out var drafted) && _formats.Length == 0)
        {
            yield return Fitted(drafted);
        }

        for (var i = 0; i < MaxTries; i++)
        {
            var words = string.Join(
                ' ',
                place.Search.Draw.At($"{place.Pointer}#{i + place.Avoided.Count}").Lorem.Words(2)
            );
            yield return Fitted(words);
        }

        // Words may all be taken, above all where the whole text is one or two characters: then they are counted.
        for (var i = 0; i < Letters.Length + place.Avoided.Count; i++)
        {
            yield return Counted(i);
        }

        yield return "";
    }

    private string Counted(int number)
    {
        var digits = new List<char> { Letters[number % Letters.Length] };
        for (var rest = number / Letters.Length; rest > 0; rest /= Letters.Length)
        {
            digits.Insert(0, Letters[rest % Letters.Length]);
        }

        return string.Concat(digits).PadLeft(Least, Letters[0]);
    }

    private string Fitted(string text)
    {
        var length = TextRules.CodePoints(text);
        return length < Least ? text + new string('x', Least - length)
            : length > Most ? string.Concat(text.EnumerateRunes().Take(Most).Select(r => r.ToString()))
            : text;
    }

    private Solution.Failed Failure()
    {
        var stated = literals.LastOrDefault(l => l.Keyword is "pattern" or "format" or "minLength" or "maxLength");
        var pointer = stated.Keyword is null ? place.Blamed : stated.Part.Pointer;
        return _patterns.Length > 0
            ? new Solution.Failed(
                $"no text was found for its pattern {string.Join(" and ", _patterns)}{Besides()}",
                pointer,
                false
            )
            : new Solution.Failed($"no text was found for it{Besides()}", pointer, Most == 0);
    }

    private string Besides()
    {
        var length = (_length.Least, _length.Most) switch
        {
            (0, LiteralBounds.Endless) => "",
            (var least, LiteralBounds.Endless) => $" of at least {least} characters",
            (0, var most) => $" of at most {most} characters",
            var (least, most) => $" of {least} to {most} characters",
        };
        return length + (_formats.Length > 0 ? $" in the format {string.Join(" and ", _formats)}" : "");
    }
}
