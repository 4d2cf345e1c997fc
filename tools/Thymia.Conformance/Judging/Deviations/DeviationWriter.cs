using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Thymia.Conformance.Judging.Deviations;

/// <summary>Writes findings as a list of deviations, ready to be edited.</summary>
/// <param name="Expires">The last day on which they are accepted.</param>
public sealed record DeviationWriter(DateOnly Expires)
{
    private const string Open = "to be filled in";
    private const int LongestSlug = 60;
    private const int MostCases = 10;

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Why they are accepted.</summary>
    public string Reason { get; init; } = Open;

    /// <summary>Who will see to them.</summary>
    public string Owner { get; init; } = Open;

    /// <summary>What is left to be filled in, as an order; null where nothing is.</summary>
    public string? Left =>
        (Reason, Owner) switch
        {
            (Open, Open) => "give each a reason and an owner",
            (Open, _) => "give each a reason",
            (_, Open) => "give each an owner",
            _ => null,
        };

    /// <summary>Whether a text says that nobody has said anything yet.</summary>
    internal static bool IsOpen(string text) =>
        text.AsSpan().Trim().TrimEnd('.') is var said
        && (said.IsEmpty || said.Equals(Open, StringComparison.OrdinalIgnoreCase));

    private string About => Left is null ? "Known deviations." : $"Known deviations; {Left}.";

    /// <summary>
    /// YAML with one deviation for each check and place. A place that leads nowhere in particular, such as the status
    /// of an answer, would excuse too much: there, each of a few cases gets a deviation of its own.
    /// </summary>
    /// <param name="findings">Check, location and case of each, as <c>results.json</c> has them.</param>
    public string Write(IEnumerable<(string Check, string Location, string CaseId)> findings)
    {
        var text = new StringBuilder($"about: {About}\ndeviations:");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        foreach (
            var (check, location, caseId) in findings
                .Select(f => f with { Location = Places.AnyIndex(f.Location) })
                .GroupBy(f => (f.Check, f.Location))
                .OrderBy(g => g.Key.Check, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Location, StringComparer.Ordinal)
                .SelectMany(Lines)
        )
        {
            any = true;
            var about = caseId is null ? location : caseId[(caseId.IndexOf(':', StringComparison.Ordinal) + 1)..];
            text.Append(CultureInfo.InvariantCulture, $"\n  - id: {Unique(taken, Slug($"{check} {about}"))}");
            text.Append(CultureInfo.InvariantCulture, $"\n    check: {check}\n    location: {Quoted(location)}");
            _ = caseId is null ? text : text.Append(CultureInfo.InvariantCulture, $"\n    case: {Quoted(caseId)}");
            text.Append(CultureInfo.InvariantCulture, $"\n    reason: {Quoted(Reason)}\n    owner: {Quoted(Owner)}");
            text.Append(CultureInfo.InvariantCulture, $"\n    expires: {Expires:yyyy-MM-dd}");
        }

        return text.Append(any ? "\n" : " []\n").ToString();
    }

    private static IEnumerable<(string Check, string Location, string? CaseId)> Lines(
        IGrouping<(string Check, string Location), (string Check, string Location, string CaseId)> group
    )
    {
        var cases = group.Select(f => f.CaseId).Distinct().Order(StringComparer.Ordinal).ToList();
        return group.Key.Location.Contains('/', StringComparison.Ordinal) || cases.Count > MostCases
            ? [(group.Key.Check, group.Key.Location, null)]
            : cases.Select(c => (group.Key.Check, group.Key.Location, (string?)c));
    }

    // A JSON text is a YAML one.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

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
