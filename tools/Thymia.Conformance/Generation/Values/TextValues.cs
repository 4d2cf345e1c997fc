using System.Text;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Patterns;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Text that fits its schema, realistic where the property's name tells what it is about.</summary>
internal static class TextValues
{
    public static string Make(ValuePlace place, Draw draw, string locale)
    {
        var text = Drawn(place, draw, locale);
        return
            place.IsSteered
            && ReservedTexts.LeadsToSomebody(place.NearestName, text)
            && place.Reserved is { Count: > 0 } reserved
            ? reserved[draw.Index(place.Pointer, reserved.Count, "reserved")]
            : text;
    }

    private static string Drawn(ValuePlace place, Draw draw, string locale)
    {
        var (node, pointer, meaning) = (place.Node, place.Pointer, place.Meaning);
        if (node.LikelyFormat is { } format && FormatValues.Of(format, meaning, draw, pointer) is { } formatted)
        {
            return formatted;
        }

        return node.Pattern is { } pattern
            ? Matching(pattern, node, draw.Seed.Derive(pointer))
            : Fit(Realistic(meaning, pointer, draw, locale), node);
    }

    private static string Realistic(Meaning meaning, string pointer, Draw draw, string locale) =>
        meaning switch
        {
            Meaning.PhoneNumber => Fiction.PhoneNumber(draw.Dice(pointer)),
            Meaning.Label => Fiction.Label(draw, pointer),
            Meaning.BirthDate => FormatValues.Of("date", meaning, draw, pointer)!,
            Meaning.Email => Fiction.Email(draw.Dice(pointer)),
            Meaning.Url => Fiction.Url(draw.Dice(pointer)),
            Meaning.GivenName => draw.At(pointer, locale).Name.FirstName(),
            Meaning.FamilyName => draw.At(pointer, locale).Name.LastName(),
            Meaning.PersonName => draw.At(pointer, locale).Name.FullName(),
            Meaning.City => draw.At(pointer, locale).Address.City(),
            Meaning.Identifier => Fiction.Hexadecimal(draw.Dice(pointer), 12),
            _ => string.Join(' ', draw.At(pointer, locale).Lorem.Words(2)),
        };

    /// <summary>Text that matches an ECMAScript pattern and has the length; empty where none is found.</summary>
    public static string Matching(string pattern, SchemaNode node, Seed seed) =>
        PatternSearch.Find([pattern], node.MinLength ?? 0, node.MaxLength ?? int.MaxValue, seed) ?? "";

    public static string Fit(string text, SchemaNode node)
    {
        var missing = (node.MinLength ?? 0) - TextRules.CodePoints(text);
        var filled = missing <= 0 ? text : text + Filling(text.Length == 0 ? "x" : text, missing);
        return node.MaxLength is { } most && most < filled.Length ? filled[..most] : filled;
    }

    // Whole copies, until there are as many code points; at once, since there may be a hundred thousand.
    private static string Filling(string text, int codePoints)
    {
        var each = TextRules.CodePoints(text);
        return new StringBuilder().Insert(0, text, (codePoints + each - 1) / each).ToString();
    }
}
