using System.Globalization;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Valid values of each string format.</summary>
internal static class FormatValues
{
    /// <summary>Null for a format that demands nothing.</summary>
    public static string? Of(string format, Meaning meaning, Draw draw, string pointer) =>
        StringFormats.IsKnown(format) ? Of(format, meaning, draw.Dice(pointer)) : null;

    private static string? Of(string format, Meaning meaning, Random random) =>
        format switch
        {
            "date" => (meaning == Meaning.BirthDate ? Fiction.BirthDate(random) : Day(random)).ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            "date-time" => Day(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $"T{Clock(random)}Z",
            "time" => Clock(random) + "Z",
            "duration" => $"P{random.Next(1, 31)}DT{random.Next(1, 24)}H",
            "uuid" => Uuid(random),
            "uri" or "iri" or "uri-reference" or "iri-reference" or "uri-template" => Fiction.Url(random),
            "email" or "idn-email" => Fiction.Email(random),
            "hostname" or "idn-hostname" => Fiction.Host(random),
            "ipv4" => $"192.0.2.{random.Next(1, 255)}",
            "ipv6" => $"2001:db8::{random.Next(1, 0x10000):x}",
            "json-pointer" => "/" + Fiction.Hexadecimal(random, 4),
            "relative-json-pointer" => $"{random.Next(0, 4)}/a",
            "regex" => "^[a-z]+$",
            "byte" => Base64(random),
            _ => null,
        };

    private static DateOnly Day(Random random) => Fiction.Today.AddDays(-random.Next(1, 3651));

    private static string Clock(Random random) =>
        $"{random.Next(0, 24):D2}:{random.Next(0, 60):D2}:{random.Next(0, 60):D2}";

    private static string Base64(Random random)
    {
        var bytes = new byte[9];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static string Uuid(Random random)
    {
        var hex = Fiction.Hexadecimal(random, 30);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[12..15]}-8{hex[15..18]}-{hex[18..30]}";
    }
}
