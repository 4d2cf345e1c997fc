using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation.Assertions;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Text one code point beyond its bounds.</summary>
internal static class LengthBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("one-too-short", c =>
            c.Constraint.Keyword == "minLength" && c.Node.MinLength is > 0 and { } least && least <= c.MaxBytes
                ? Break.Text(Shortened(c.OldText, least - 1))
                : null
        ),
        new("empty", c => c.Constraint.Keyword == "minLength" && c.Node.MinLength > 1 ? Break.Text("") : null),
        new("one-too-long", c =>
            c.Constraint.Keyword == "maxLength" && c.Node.MaxLength is { } most && most < c.MaxBytes
                ? Break.Text(Lengthened(c.OldText, most + 1))
                : null
        ),
        new("far-too-long", c =>
            c.Constraint.Keyword == "maxLength" && c.Node.MaxLength is { } most && most <= (c.MaxBytes / 10) - 1
                ? Break.Text(Lengthened(c.OldText, (most * 10) + 10))
                : null
        ),
        // Counted in UTF-16 units these would be too long or long enough; in code points they are not.
        new("astral-too-short", c =>
            c.Constraint.Keyword == "minLength"
            && c.Node.MinLength is > 1 and { } least
            && c.Node.Pattern is null
            && least <= c.MaxBytes / 4
                ? Break.Text(string.Concat(Enumerable.Repeat("\U0001F600", least - 1)))
                : null
        ),
    ];

    private static string Shortened(string text, int length) =>
        TextRules.CodePoints(text) == text.Length ? text[..Math.Min(length, text.Length)] : new string('x', length);

    private static string Lengthened(string text, int length)
    {
        var filler = text.Length > 0 && !char.IsSurrogate(text[^1]) ? text[^1] : 'x';
        return text + new string(filler, Math.Max(0, length - TextRules.CodePoints(text)));
    }
}
