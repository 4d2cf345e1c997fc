using System.Text.Json;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Pacts.Verification;

/// <summary>Finds, in the requests of any consumer's pact, properties that a provider might dial.</summary>
internal static partial class PhoneNumbers
{
    private const int FewestDigits = 5;

    public static bool AreIn(JsonElement interaction) =>
        interaction.TryGetProperty("request", out var request) && request.TryGetProperty("body", out var body) && Carries(body);

    private static bool Carries(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(p => Carries(p.Value) || (Name().IsMatch(p.Name) && IsDialled(p.Value))),
        JsonValueKind.Array => value.EnumerateArray().Any(Carries),
        _ => false,
    };

    private static bool IsDialled(JsonElement value) => value.GetRawText().Count(char.IsAsciiDigit) >= FewestDigits;

    [GeneratedRegex("phone|mobile|msisdn|^(tel|fax)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
