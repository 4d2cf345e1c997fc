using System.Globalization;
using System.Text.Json;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>What changed about one place apart from what lies below it.</summary>
internal static class KeywordChanges
{
    private const int MostValues = 6;

    /// <summary>Keyword, whether less or more is allowed by it (null where both), and the change as a clause.</summary>
    public static IEnumerable<(string Keyword, bool? Narrowed, string What)> Between(SchemaNode old, SchemaNode now)
    {
        if (old.Types != now.Types)
        {
            var narrowed = Direction((now.Types & ~old.Types) == 0, (old.Types & ~now.Types) == 0);
            yield return ("type", narrowed, $"type {Words(old.Types)} became {Words(now.Types)}");
        }

        foreach (var change in Enums(old.Enum, now.Enum))
        {
            yield return change;
        }

        foreach (
            var (keyword, before, after) in new[]
            {
                ("format", old.Format, now.Format),
                ("pattern", old.Pattern, now.Pattern),
                ("multipleOf", Number(old.MultipleOf), Number(now.MultipleOf)),
                ("uniqueItems", old.UniqueItems ? "true" : null, now.UniqueItems ? "true" : null),
            }.Where(k => k.Item2 != k.Item3)
        )
        {
            yield return (keyword, Direction(before is null, after is null), Told(keyword, before, after));
        }

        foreach (var change in Bounds(old, now))
        {
            yield return change;
        }

        if (old.AllowsAdditional != now.AllowsAdditional)
        {
            yield return (
                "additionalProperties",
                old.AllowsAdditional,
                now.AllowsAdditional ? "further properties are allowed now" : "further properties are no longer allowed"
            );
        }
    }

    private static IEnumerable<(string, bool?, string)> Enums(
        IReadOnlyList<JsonElement>? old,
        IReadOnlyList<JsonElement>? now
    )
    {
        var before = old?.Select(v => v.GetRawText()).ToList();
        var after = now?.Select(v => v.GetRawText()).ToList();
        switch (before, after)
        {
            case (null, { } values):
                yield return ("enum", true, $"only {Listed(values)} allowed now");
                break;
            case ({ }, null):
                yield return ("enum", false, "any value allowed now, before only some");
                break;
            case ({ } one, { } other):
                if (one.Except(other).ToList() is { Count: > 0 } gone)
                {
                    yield return ("enum", true, $"{Listed(gone)} no longer allowed");
                }

                if (other.Except(one).ToList() is { Count: > 0 } come)
                {
                    yield return ("enum", false, $"{Listed(come)} allowed now");
                }

                break;
            default:
                break;
        }
    }

    private static IEnumerable<(string, bool?, string)> Bounds(SchemaNode old, SchemaNode now)
    {
        (string Keyword, decimal? Old, decimal? New, bool IsLeast)[] bounds =
        [
            ("minLength", old.MinLength, now.MinLength, true),
            ("maxLength", old.MaxLength, now.MaxLength, false),
            ("minimum", old.Minimum, now.Minimum, true),
            ("maximum", old.Maximum, now.Maximum, false),
            ("exclusiveMinimum", old.ExclusiveMinimum, now.ExclusiveMinimum, true),
            ("exclusiveMaximum", old.ExclusiveMaximum, now.ExclusiveMaximum, false),
            ("minItems", old.MinItems, now.MinItems, true),
            ("maxItems", old.MaxItems, now.MaxItems, false),
            ("minProperties", old.MinProperties, now.MinProperties, true),
            ("maxProperties", old.MaxProperties, now.MaxProperties, false),
        ];
        foreach (var (keyword, before, after, isLeast) in bounds.Where(b => b.Old != b.New))
        {
            var narrowed = before is null || (after is not null && (isLeast ? after > before : after < before));
            yield return (keyword, narrowed, Told(keyword, Number(before), Number(after)));
        }
    }

    // Neither within the other: some of what was allowed no longer is, and the other way round.
    private static bool? Direction(bool narrowed, bool widened) => narrowed == widened ? null : narrowed;

    private static string Told(string keyword, string? old, string? now) =>
        (old, now) switch
        {
            (null, _) => $"{keyword} {now} demanded now",
            (_, null) => $"{keyword} {old} no longer demanded",
            _ => $"{keyword} {old} became {now}",
        };

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    internal static string Words(JsonTypes types) =>
        types == JsonTypes.Any
            ? "anything"
            : types.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal);

    private static string Listed(List<string> values) =>
        string.Join(", ", values.Take(MostValues))
        + (values.Count > MostValues ? $" and {values.Count - MostValues} more" : "");
}
