using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Texts that reach nobody, for places whose name says that somebody might be reached: they come first, and what else
/// is drawn only where none of them fits.
/// </summary>
internal static class ReservedTexts
{
    private const int Offered = 6;

    public static IEnumerable<string> Of(Meaning meaning, Draw draw, string pointer) =>
        meaning switch
        {
            Meaning.PhoneNumber => Numbers(draw, pointer).SelectMany(Notations),
            Meaning.Email => Enumerable.Range(0, Offered).Select(i => Fiction.Email(draw.Dice($"{pointer}#{i}"))),
            Meaning.Url => Enumerable.Range(0, Offered).Select(i => Fiction.Url(draw.Dice($"{pointer}#{i}"))),
            Meaning.Label => [Fiction.Label(draw, pointer), Fiction.Marker],
            _ => [],
        };

    private static IEnumerable<string> Numbers(Draw draw, string pointer) =>
        Enumerable
            .Range(0, Offered)
            .Select(i => Fiction.PhoneNumber(draw.Dice($"{pointer}#{i}")))
            .Concat(["+12125550123", "+447700900123", "+61491570156"]);

    // The same number as an API may want it written.
    private static IEnumerable<string> Notations(string number)
    {
        yield return number;
        yield return number[1..];
        if (number.StartsWith("+1", StringComparison.Ordinal) && number.Length == 12)
        {
            var (area, exchange, line) = (number[2..5], number[5..8], number[8..]);
            yield return number[2..];
            yield return $"{area}-{exchange}-{line}";
            yield return $"({area}) {exchange}-{line}";
            yield return $"+1-{area}-{exchange}-{line}";
            yield return $"{area}.{exchange}.{line}";
        }
        else if (number.StartsWith("+44", StringComparison.Ordinal))
        {
            yield return "0" + number[3..];
            yield return "00" + number[1..];
        }
    }
}
