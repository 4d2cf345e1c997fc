using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>
/// Values that differ from answer to answer where a pact has a generator: the first
/// answer of every stub has the same ones.
/// </summary>
internal sealed class FreshValues(TimeProvider time)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private long _made;

    /// <summary>
    /// A copy of the value shown where the generator is not known here: it fits, and nothing more is promised.
    /// </summary>
    public JsonNode? Make(JsonElement generator, JsonNode? shown)
    {
        var seed = SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref _made)));
        return PactJson.Text(generator, "type") switch
        {
            "Uuid" => Uuid(seed, PactJson.Text(generator, "format")),
            "Date" => Now(generator, "date") ?? shown?.DeepClone(),
            "Time" => Now(generator, "time") ?? shown?.DeepClone(),
            "DateTime" => Now(generator, "datetime") ?? shown?.DeepClone(),
            "RandomInt" => Whole(seed, Number(generator, "min") ?? 0, Number(generator, "max") ?? int.MaxValue),
            "RandomDecimal" => JsonNode.Parse($"1.{Digits(seed, Number(generator, "digits") ?? 10)}"),
            "RandomHexadecimal" => Convert.ToHexStringLower(seed)[
                ..Math.Clamp(Number(generator, "digits") ?? 10, 1, 64)
            ],
            "RandomString" => string.Concat(
                Enumerable
                    .Range(0, Number(generator, "size") ?? 10)
                    .Select(i => Letters[seed[i % seed.Length] % Letters.Length])
            ),
            "RandomBoolean" => seed[0] % 2 == 0,
            _ => shown?.DeepClone(),
        };
    }

    private static string Uuid(byte[] seed, string? format)
    {
        var bytes = seed[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        var id = new Guid(bytes, bigEndian: true);
        return format switch
        {
            "simple" => $"{id:N}",
            "upper-case-hyphenated" => $"{id:D}".ToUpperInvariant(),
            "URN" => $"urn:uuid:{id:D}",
            _ => $"{id:D}",
        };
    }

    private string? Now(JsonElement generator, string kind)
    {
        var pattern = PactJson.Text(generator, "format") ?? DatePatterns.Default(kind);
        var now = time.GetUtcNow();
        var parts = DatePatterns
            .Pieces(pattern)
            .Select(p => p.Letter == '\'' ? p.Text : Part(now, p.Letter, p.Count))
            .ToList();
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    private static string? Part(DateTimeOffset now, char letter, int count) =>
        letter switch
        {
            'y' or 'M' or 'd' or 'H' or 'h' or 'm' or 's' => now.ToString(
                count == 1 ? $"%{letter}" : new string(letter, count),
                CultureInfo.InvariantCulture
            ),
            'S' => now.ToString(new string('f', Math.Min(count, 7)), CultureInfo.InvariantCulture).PadRight(count, '0'),
            'a' => now.ToString("tt", CultureInfo.InvariantCulture),
            'E' => now.ToString(count < 4 ? "ddd" : "dddd", CultureInfo.InvariantCulture),
            'X' => "Z",
            'x' or 'Z' => count is 3 or 5 ? "+00:00" : "+0000",
            _ => null,
        };

    private static int Whole(byte[] seed, int least, int most) =>
        (int)(least + (BitConverter.ToUInt32(seed) % Math.Max(1L, (long)most - least + 1)));

    private static string Digits(byte[] seed, int count) =>
        string.Concat(Enumerable.Range(0, Math.Max(1, count)).Select(i => 1 + (seed[i % seed.Length] % 9)));

    private static int? Number(JsonElement generator, string name) =>
        PactJson.Member(generator, name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out var value)
            ? value
            : null;
}
