using System.Globalization;
using Bogus;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Valid values of each string format.</summary>
internal static class FormatValues
{
    /// <summary>Null for a format that demands nothing.</summary>
    public static string? Of(string format, Meaning meaning, Faker faker) => format switch
    {
        "date" => (meaning == Meaning.BirthDate ? Fiction.BirthDate(faker) : Day(faker))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "date-time" => Day(faker).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $"T{Clock(faker)}Z",
        "time" => Clock(faker) + "Z",
        "duration" => $"P{faker.Random.Int(1, 30)}DT{faker.Random.Int(1, 23)}H",
        "uuid" => Uuid(faker),
        "uri" or "iri" or "uri-reference" or "iri-reference" or "uri-template" => Fiction.Url(faker),
        "email" or "idn-email" => Fiction.Email(faker),
        "hostname" or "idn-hostname" => Fiction.Host(faker),
        "ipv4" => $"192.0.2.{faker.Random.Int(1, 254)}",
        "ipv6" => $"2001:db8::{faker.Random.Int(1, 0xFFFF):x}",
        "json-pointer" => "/" + faker.Random.Hexadecimal(4, ""),
        "relative-json-pointer" => $"{faker.Random.Int(0, 3)}/a",
        "regex" => "^[a-z]+$",
        "byte" => Convert.ToBase64String(faker.Random.Bytes(9)),
        _ => null,
    };

    private static DateOnly Day(Faker faker) => Fiction.Today.AddDays(-faker.Random.Int(1, 3650));

    private static string Clock(Faker faker) =>
        $"{faker.Random.Int(0, 23):D2}:{faker.Random.Int(0, 59):D2}:{faker.Random.Int(0, 59):D2}";

    private static string Uuid(Faker faker)
    {
        var hex = faker.Random.Hexadecimal(30, "");
        return $"{hex[..8]}-{hex[8..12]}-4{hex[12..15]}-8{hex[15..18]}-{hex[18..30]}";
    }
}
