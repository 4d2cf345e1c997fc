using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>Texts of a format, short and long ones besides the ordinary, so that bounds of length can be met.</summary>
internal static class FormatTexts
{
    private const int Drawn = 12;

    public static IEnumerable<string> Of(string format, Meaning meaning, Draw draw, string pointer, int least, int most)
    {
        for (var i = 0; i < Drawn; i++)
        {
            if (FormatValues.Of(format, meaning, draw, $"{pointer}#{i}") is { } drawn)
            {
                yield return drawn;
            }
        }

        foreach (var text in Short(format).Concat(least > 0 ? Long(format, least) : []))
        {
            yield return text;
        }

        // Many formats take a text of any length; the longest that fits comes last.
        if (most is > 0 and < 10_000 && least == 0)
        {
            foreach (var text in Long(format, most))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Short(string format) =>
        format switch
        {
            "uri" or "iri" => ["a:b", "a:", "urn:a:b", "http://a.test"],
            "uri-reference" or "iri-reference" or "uri-template" => ["", "a", "/a", "#a", "a:b"],
            "email" or "idn-email" => ["a@x.test", "ab@example.com"],
            "hostname" or "idn-hostname" => ["test", "a.test"],
            "json-pointer" => ["", "/", "/a"],
            "relative-json-pointer" => ["0", "1", "0#", "1/a"],
            "regex" => ["", "a", ".", "a*"],
            "byte" => ["", "AA==", "AAA=", "AAAA", "AAAAAAAA"],
            "duration" => ["P1D", "PT1S", "P10D", "P1W", "P1Y2M3D", "P1Y2M10DT2H30M"],
            "ipv4" => ["192.0.2.1", "192.0.2.10", "192.0.2.100", "203.0.113.255"],
            "ipv6" => ["::", "::1", "2001:db8::1", "2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002:0003:0004:0005:0006"],
            "time" => ["10:30:00Z", "10:30:00.5Z", "10:30:00+01:00", "10:30:00.123456+01:00"],
            "date-time" =>
            [
                "2020-05-17T09:30:00Z",
                "2020-05-17T09:30:00.5Z",
                "2020-05-17T09:30:00+01:00",
                "2020-05-17T09:30:00.123456789+01:00",
            ],
            _ => [],
        };

    private static IEnumerable<string> Long(string format, int length) =>
        format switch
        {
            "uri" or "iri" or "uri-reference" or "iri-reference" or "uri-template" =>
            [
                Filled("https://example.com/", length),
            ],
            "json-pointer" or "regex" => [Filled("/", length)],
            "relative-json-pointer" => [Filled("0/", length)],
            "byte" => [Filled("", (length + 3) / 4 * 4, 'A')],
            "email" or "idn-email" => [Filled("", Math.Clamp(length - 12, 1, 64)) + "@example.com", Address(length)],
            "hostname" or "idn-hostname" => [Host(length)],
            "date-time" => ["2020-05-17T09:30:00." + Filled("", Math.Max(1, length - 21), '1') + "Z"],
            _ => [],
        };

    private static string Filled(string start, int length, char filler = 'a') =>
        start + new string(filler, Math.Max(0, length - start.Length));

    // Labels of at most 63 characters, under a name that is reserved.
    private static string Host(int length)
    {
        var rest = Math.Max(1, length - "example.com".Length - 1);
        var labels = Enumerable
            .Range(0, (rest + 59) / 60)
            .Select(i => new string('a', Math.Min(59, Math.Max(1, rest - (i * 60)))));
        return string.Join('.', labels) + ".example.com";
    }

    private static string Address(int length) => new string('a', 60) + "@" + Host(Math.Max(13, length - 61));
}
