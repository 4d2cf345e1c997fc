using System.Collections.Concurrent;
using Bogus;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Finds the locale of Bogus that suits a language tag.</summary>
internal static class Locales
{
    public const string Default = "en";

    private static readonly Dictionary<string, string> Known = Database
        .GetAllLocales()
        .ToDictionary(l => l, l => l, StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, string> ByTag = new(StringComparer.Ordinal);

    /// <summary>
    /// <c>en-GB</c> is <c>en_GB</c>, <c>ja-JP</c> is <c>ja</c>; English where Bogus speaks no such language.
    /// </summary>
    /// <param name="tag">One of the few that a schema lists: each is looked up once.</param>
    public static string For(string tag) => ByTag.GetOrAdd(tag, Find);

    private static string Find(string tag)
    {
        var parts = tag.Split('-', '_');
        var full = parts.Length > 1 ? $"{parts[0]}_{parts[1]}" : parts[0];
        return Known.GetValueOrDefault(full)
            ?? Known.GetValueOrDefault(full + "D")
            ?? Known.GetValueOrDefault(parts[0])
            ?? Known.GetValueOrDefault($"{parts[0]}_{parts[0]}")
            ?? Default;
    }
}
