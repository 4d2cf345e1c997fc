using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Outsiders of an enumeration, and near misses that real servers let through.</summary>
internal static class EnumBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("outsider", Outsider),
        Near("lower-case", m => m.ToLowerInvariant()),
        Near("upper-case", m => m.ToUpperInvariant()),
        Near("capitalised", m => m.Length < 2 ? m : char.ToUpperInvariant(m[0]) + m[1..].ToLowerInvariant()),
        Near("leading-blank", m => " " + m),
        Near("trailing-blank", m => m + " "),
        Near("trailing-newline", m => m + "\n"),
        Near("other-separator", m =>
            m.Contains('-', StringComparison.Ordinal) ? m.Replace('-', '_') : m.Replace('_', '-')
        ),
        Near("no-separator", m =>
            m.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)
        ),
        Near("truncated", m => m.Length > 1 ? m[..^1] : m),
        Near("first-letter", m => m.Length > 1 ? m[..1] : m),
        Near("extended", m => m + "X"),
        Near("family-member", Relative),
        Near("quoted", m => $"\"{m}\""),
        Near("prefixed-name", m => "Enum." + m),
        .. LookAlikes.All.Select(l => Near(l.Name, l.Change)),
        Near("ordinal-zero", _ => "0"),
        Near("ordinal-one", _ => "1"),
        new(HeavyTexts.VeryLong, c =>
            Texts(c) is [var first, ..] && HeavyTexts.Long(first, c.MaxBytes) is { } text ? Break.Text(text) : null
        ),
        HeavyTexts.Beside(c => Texts(c).Count > 0 ? Outsider(c) : null),
        new("two-joined", c => Texts(c) is { Count: > 1 } all ? Break.Text($"{all[0]},{all[1]}") : null),
        new("empty-text", c => Texts(c) is { Count: > 0 } all && !all.Contains("") ? Break.Text("") : null),
    ];

    /// <summary>The first member, in seeded order, that the change turns into something that is no member.</summary>
    private static BreakKind Near(string name, Func<string, string> change) => new(name, c =>
        {
            var members = Texts(c);
            for (var i = 0; i < members.Count; i++)
            {
                var changed = change(members[(i + c.Draw.Index(name, members.Count)) % members.Count]);
                if (!members.Contains(changed))
                {
                    return Break.Text(changed);
                }
            }

            return null;
        });

    private static List<string> Texts(BreakContext c) =>
        [.. c.Node.Enum!.Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)];

    private static Break? Outsider(BreakContext c)
    {
        // One above the greatest of those that a decimal holds is no member, whatever the others are.
        var numbers = c
            .Node.Enum!.Where(e => e.ValueKind == JsonValueKind.Number)
            .Select(e => e.TryGetDecimal(out var n) && n < long.MaxValue ? n : 0)
            .ToList();
        var booleans = c
            .Node.Enum!.Where(e => e.ValueKind is JsonValueKind.True or JsonValueKind.False)
            .Select(e => e.GetBoolean())
            .Distinct()
            .ToList();
        return numbers.Count > 0 ? new Break(JsonValue.Create(numbers.Max() + 1))
            : booleans.Count == 1 && c.Node.Enum!.Count == 1 ? new Break(JsonValue.Create(!booleans[0]))
            : c.Node.Types.HasFlag(JsonTypes.String) ? Break.Text("not-a-member")
            : null;
    }

    // A value of the same family that a person might well try.
    private static string Relative(string member)
    {
        if (
            member.Length is 2 or 5
            && member[..2].All(char.IsAsciiLetterLower)
            && (member.Length == 2 || member[2] == '-')
        )
        {
            return member.Length == 2 ? "cy" : "fr-FR";
        }

        var other = member.Contains('_', StringComparison.Ordinal) ? "not_known" : "other";
        return member.Any(char.IsAsciiLetterLower) ? other : other.ToUpper(CultureInfo.InvariantCulture);
    }
}
