using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Thymia.Conformance.Judging.Deviations;

/// <summary>Writes findings as a list of deviations, ready to be edited.</summary>
public static class DeviationWriter
{
    private const int LongestSlug = 60;

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>YAML with one deviation for each check and place; reason and owner are left to be filled in.</summary>
    /// <param name="findings">Check and place of each, as <c>results.json</c> has them.</param>
    /// <param name="expires">The last day on which they are accepted.</param>
    public static string Write(IEnumerable<(string Check, string Location)> findings, DateOnly expires)
    {
        var text = new StringBuilder("about: Known deviations; give each a reason and an owner.\ndeviations:");
        var groups = findings.Select(f => (f.Check, Location: Deviation.AnyIndex(f.Location))).Distinct()
            .OrderBy(f => f.Check, StringComparer.Ordinal).ThenBy(f => f.Location, StringComparer.Ordinal).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (check, location) in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"""

                  - id: {Unique(taken, Slug($"{check} {location}"))}
                    check: {check}
                    location: {JsonSerializer.Serialize(location, Readable)}
                    reason: to be filled in
                    owner: to be filled in
                    expires: {expires:yyyy-MM-dd}
                """);
        }

        return text.Append(groups.Count == 0 ? " []\n" : "\n").ToString();
    }

    private static string Slug(string text)
    {
        var words = string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '));
        var slug = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= LongestSlug ? slug : slug[..LongestSlug].TrimEnd('-');
    }

    private static string Unique(HashSet<string> taken, string slug)
    {
        var id = slug;
        for (var n = 2; !taken.Add(id); n++)
        {
            id = $"{slug}-{n}";
        }

        return id;
    }
}
