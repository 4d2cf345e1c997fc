using System.Globalization;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>Reads times as leniently as makes sense: their form is for the schema.</summary>
internal static class Instants
{
    public static bool TryRead(string? text, out DateTimeOffset at) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
}
