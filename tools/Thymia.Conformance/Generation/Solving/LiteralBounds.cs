using System.Collections.Immutable;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// The least and the greatest count that keywords leave, such as <c>minLength</c> and <c>maxLength</c>.
/// </summary>
internal readonly record struct LiteralBounds(long Least, long Most, string? Conflict, string Pointer)
{
    /// <summary>Stands for no bound at all.</summary>
    public const long Endless = int.MaxValue;

    public static LiteralBounds Of(ImmutableList<Literal> literals, string minimum, string maximum)
    {
        var (least, most, pointer) = (0L, Endless, "");
        foreach (var literal in literals.Where(l => l.Keyword == minimum || l.Keyword == maximum))
        {
            // What must fail at least 3 has at most 2.
            var bound = Count(literal);
            var isLeast = literal.Keyword == minimum == literal.Holds;
            var stated =
                literal.Holds ? bound
                : isLeast ? bound + 1
                : bound - 1;
            if (isLeast ? stated > least : stated < most)
            {
                (least, most, pointer) = isLeast
                    ? (stated, most, literal.Part.Pointer)
                    : (least, stated, literal.Part.Pointer);
            }
        }

        var conflict = least > most ? $"'{minimum}' {least} is above '{maximum}' {most}" : null;
        return new LiteralBounds(least, most, conflict, pointer);
    }

    public static long Count(Literal literal)
    {
        var number = JsonNumber.Parse(literal.Part.Json.GetProperty(literal.Keyword).GetRawText());
        return (long)Math.Min(number.AsDecimal ?? Endless, Endless);
    }
}
