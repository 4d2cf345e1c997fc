using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>Dates, instants and UUIDs at the edges of what is allowed.</summary>
internal static class DateEdges
{
    public static IReadOnlyList<Edge> All { get; } =
    [
        Of("leap-day", "1996-02-29"),
        Of("leap-day-2000", "2000-02-29"),
        Of("first-of-january", "1987-01-01"),
        Of("last-of-december", "1987-12-31"),
        Of("day-31", "1975-10-31"),
        Of("epoch", "1970-01-01"),
        Of("before-epoch", "1969-12-31"),
        Of("minor", "2014-06-15"),
        Of("centenarian", "1923-03-08"),
        Of("year-1900", "1900-01-01"),
        Of("newborn", "2024-12-31", Tier.SchemaOnly),
        Of("year-1800", "1800-01-01", Tier.SchemaOnly),
        Of("future", "2999-01-01", Tier.SchemaOnly),
        Of("year-0001", "0001-01-01", Tier.SchemaOnly),
        Of("year-9999", "9999-12-31", Tier.SchemaOnly),
    ];

    public static IReadOnlyList<Edge> Instants { get; } =
    [
        Of("utc", "2020-05-17T09:30:00Z"),
        Of("positive-offset", "2020-05-17T09:30:00+05:30"),
        Of("negative-offset", "2020-05-17T09:30:00-08:00"),
        Of("zero-offset", "2020-05-17T09:30:00+00:00"),
        Of("milliseconds", "2020-05-17T09:30:00.123Z"),
        Of("nanoseconds", "2020-05-17T09:30:00.123456789Z", Tier.SchemaOnly),
        Of("leap-day", "2020-02-29T23:59:59Z"),
        Of("lower-case", "2020-05-17t09:30:00z", Tier.SchemaOnly),
        Of("leap-second", "2016-12-31T23:59:60Z", Tier.SchemaOnly),
    ];

    public static IReadOnlyList<Edge> Uuids { get; } =
    [
        Of("upper-case", "6F9619FF-8B86-4D01-B42D-00CF4FC964FF"),
        Of("lower-case", "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
        Of("mixed-case", "6f9619FF-8B86-4d01-B42d-00cF4fC964Ff"),
        Of("version-7", "018f3b2c-7d1a-7c3e-9b52-3f6a1c2d4e5f", Tier.SchemaOnly),
        Of("highest", "ffffffff-ffff-ffff-ffff-ffffffffffff", Tier.SchemaOnly),
        Of("nil", "00000000-0000-0000-0000-000000000000", Tier.SchemaOnly),
        Of("version-1", "c232ab00-9414-11ec-b3c8-9f6bdeced846", Tier.SchemaOnly),
    ];

    private static Edge Of(string kind, string text, Tier tier = Tier.Plausible) =>
        new("format", kind, tier, _ => JsonValue.Create(text));
}
