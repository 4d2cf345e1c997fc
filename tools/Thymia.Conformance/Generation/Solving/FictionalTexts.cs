using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Texts that reach nobody, for places whose name says that somebody might be reached: they come first, and what else
/// is drawn only where none of them fits.
/// </summary>
internal static class FictionalTexts
{
    private const int Offered = 6;

    public static IEnumerable<string> Of(Meaning meaning, Draw draw, string pointer) =>
        meaning switch
        {
            Meaning.PhoneNumber => Numbers(draw, pointer).SelectMany(n => ReservedNumbers.Notations(n[1..])),
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
}
