using Bogus;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Finds the locale of Bogus that suits a language tag.</summary>
internal static class Locales
{
    public const string Default = "en";

    private static readonly Dictionary<string, string> Known =
        Database.GetAllLocales().ToDictionary(l => l, l => l, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>en-GB</c> is <c>en_GB</c>, <c>ja-JP</c> is <c>ja</c>; English where Bogus speaks no such language.</summary>
    public static string For(string? tag)
    {
        var parts = (tag ?? Default).Split('-', '_');
        var full = parts.Length > 1 ? $"{parts[0]}_{parts[1]}" : parts[0];
        return Known.GetValueOrDefault(full) ?? Known.GetValueOrDefault(full + "D") ?? Known.GetValueOrDefault(parts[0])
            ?? Known.GetValueOrDefault($"{parts[0]}_{parts[0]}") ?? Default;
    }
}
