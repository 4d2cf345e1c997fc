using System.Globalization;
using Bogus;
using Thymia.Conformance.Schemas.Formats;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Valid values of each string format.</summary>
internal static class FormatValues
{
    /// <summary>Null for a format that demands nothing.</summary>
    public static string? Of(string format, Meaning meaning, Draw draw, string pointer) =>
        StringFormats.IsKnown(format) ? Of(format, meaning, draw.Randomizer(pointer)) : null;

    private static string? Of(string format, Meaning meaning, Randomizer random) => format switch
    {
        "date" => (meaning == Meaning.BirthDate ? Fiction.BirthDate(random) : Day(random))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "date-time" => Day(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $"T{Clock(random)}Z",
        "time" => Clock(random) + "Z",
        "duration" => $"P{random.Int(1, 30)}DT{random.Int(1, 23)}H",
        "uuid" => Uuid(random),
        "uri" or "iri" or "uri-reference" or "iri-reference" or "uri-template" => Fiction.Url(random),
        "email" or "idn-email" => Fiction.Email(random),
        "hostname" or "idn-hostname" => Fiction.Host(random),
        "ipv4" => $"192.0.2.{random.Int(1, 254)}",
        "ipv6" => $"2001:db8::{random.Int(1, 0xFFFF):x}",
        "json-pointer" => "/" + Fiction.Hexadecimal(random, 4),
        "relative-json-pointer" => $"{random.Int(0, 3)}/a",
        "regex" => "^[a-z]+$",
        "byte" => Convert.ToBase64String(random.Bytes(9)),
        _ => null,
    };

    private static DateOnly Day(Randomizer random) => Fiction.Today.AddDays(-random.Int(1, 3650));

    private static string Clock(Randomizer random) =>
        $"{random.Int(0, 23):D2}:{random.Int(0, 59):D2}:{random.Int(0, 59):D2}";

    private static string Uuid(Randomizer random)
    {
        var hex = Fiction.Hexadecimal(random, 30);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[12..15]}-8{hex[15..18]}-{hex[18..30]}";
    }
}
