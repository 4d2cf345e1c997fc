using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Near misses of each string format.</summary>
internal static class FormatBreaks
{
    private static readonly Dictionary<string, IReadOnlyList<BreakKind>> ByFormat = new(StringComparer.Ordinal)
    {
        ["date"] = Kinds("date", DateTexts.All),
        ["date-time"] = Kinds("date-time", DateTimeTexts.All),
        ["time"] = Kinds("time", DateTimeTexts.Times),
        ["duration"] = Kinds("duration", DateTimeTexts.Durations),
        ["uuid"] = Kinds("uuid", IdentifierTexts.Uuids),
        ["uri"] = Kinds("uri", UriTexts.All),
        ["email"] = Kinds("email", IdentifierTexts.Emails),
        ["hostname"] = Kinds("hostname", IdentifierTexts.Hostnames),
        ["ipv4"] = Kinds("ipv4", IdentifierTexts.IPv4),
        ["ipv6"] = Kinds("ipv6", IdentifierTexts.IPv6),
    };

    public static IReadOnlyList<BreakKind> For(string format) =>
        ByFormat.GetValueOrDefault(format) ?? (StringFormats.IsKnown(format) ? Kinds(format, UriTexts.Generic) : []);

    private static IReadOnlyList<BreakKind> Kinds(
        string format,
        IReadOnlyList<(string Name, Func<string, string> Change)> texts
    ) =>
        [
            .. texts.Select(t => new BreakKind(t.Name, c => Invalid(format, t.Change(Valid(format, c))))),
            new(HeavyTexts.VeryLong, c => Invalid(format, HeavyTexts.Long(Valid(format, c) + " ", c.MaxBytes))),
            HeavyTexts.Beside(c => Invalid(format, texts[0].Change(Valid(format, c)))),
        ];

    // What bends the valid text counts on its shape.
    private static string Valid(string format, BreakContext c) =>
        StringFormats.IsValid(format, c.OldText) == true
            ? c.OldText
            : FormatValues.Of(format, Meaning.Unknown, c.Draw, c.Site.Concrete) ?? "text";

    private static Break? Invalid(string format, string? text) =>
        text is not null && StringFormats.IsValid(format, text) == false ? Break.Text(text) : null;
}
