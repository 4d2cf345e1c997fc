using System.IO.Enumeration;
using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging;

/// <summary>
/// Which checks' findings count, and how much. One that is not among those wanted is still asked, since what it finds
/// is the cause of what others would find; one that is skipped says nothing, and silences nobody.
/// </summary>
public sealed record CheckChoice
{
    /// <summary>The file's schema, in <c>schemas/</c>.</summary>
    private const string SchemaName = "severities.schema.json";

    private const string Off = "off";

    /// <summary>Ids or patterns with <c>*</c>; all where there is none.</summary>
    public IReadOnlyList<string> Wanted { get; init; } = [];

    /// <summary>Ids or patterns of those that do not count.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>What a team says of checks, by id; null for one that does not count.</summary>
    public IReadOnlyDictionary<string, Severity?> Severities { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>Whether what the check finds counts.</summary>
    public bool Counts(string id) => (Wanted.Count == 0 || Wanted.Any(w => Matches(w, id))) && IsAsked(id);

    /// <summary>Whether the check is asked at all, if only for what it silences.</summary>
    public bool IsAsked(string id) =>
        !Skipped.Any(s => Matches(s, id)) && !(Severities.TryGetValue(id, out var severity) && severity is null);

    /// <summary>The check with the severity that counts here.</summary>
    public CheckDescription Of(CheckDescription check) =>
        Severities.TryGetValue(check.Id, out var severity) && severity is { } stated
            ? check with
            {
                Severity = stated,
            }
            : check;

    /// <summary>The same with what a file says of severities.</summary>
    /// <exception cref="UnusableInputException">The file cannot be read or is against its schema.</exception>
    public CheckChoice With(string? file)
    {
        if (file is null)
        {
            return this;
        }

        var (root, _) = OwnFile.Read(file, SchemaName);
        return this with
        {
            Severities = root.GetProperty("severities")
                .EnumerateObject()
                .ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal),
        };
    }

    /// <exception cref="UnusableInputException">A name or pattern is of no check.</exception>
    public void Demand(IReadOnlyCollection<string> ids)
    {
        var named = Wanted
            .Select(w => (Name: w, Option: "--check"))
            .Concat(Skipped.Select(s => (Name: s, Option: "--skip-check")))
            .Concat(Severities.Keys.Select(s => (Name: s, Option: "--severities")));
        foreach (var (name, option) in named.Where(n => !ids.Any(id => Matches(n.Name, id))))
        {
            throw new UnusableInputException(
                "check-unknown",
                $"there is no check '{SafeText.Of(name)}'",
                option,
                Spelling.Nearest(name, ids) is { } near
                    ? $"perhaps {near} is meant"
                    : "see docs/checks.md for all of them"
            );
        }
    }

    private static Severity? Read(JsonElement value) =>
        value.GetString() is var text && text == Off ? null : Enum.Parse<Severity>(text!, ignoreCase: true);

    private static bool Matches(string pattern, string id) => FileSystemName.MatchesSimpleExpression(pattern, id);
}
