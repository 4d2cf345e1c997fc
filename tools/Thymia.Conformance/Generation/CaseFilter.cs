using System.IO.Enumeration;
using System.Text.Json;

namespace Thymia.Conformance.Generation;

/// <summary>
/// Chooses cases: <c>location=user.birthSex,keyword=enum</c>. Conditions all hold at once; a value may have <c>*</c>
/// for any text, and case does not matter.
/// </summary>
public sealed class CaseFilter
{
    private static readonly Dictionary<string, Func<TestCase, IEnumerable<string>>> Aspects = new(
        StringComparer.Ordinal
    )
    {
        ["location"] = c => [c.Location.Display, c.Location.ToString()],
        ["keyword"] = c => [c.Keyword],
        ["kind"] = c => [c.Kind],
        ["id"] = c => [c.Id],
        ["operation"] = c => [c.Operation.Name],
        ["tier"] = c => c.IsValid ? [JsonNamingPolicy.KebabCaseLower.ConvertName(c.Tier.ToString())] : [],
    };

    private readonly string _text;
    private readonly IReadOnlyList<(Func<TestCase, IEnumerable<string>> Aspect, string Pattern)> _conditions;

    private CaseFilter(string text, IReadOnlyList<(Func<TestCase, IEnumerable<string>>, string)> conditions)
    {
        _text = text;
        _conditions = conditions;
    }

    /// <summary>What can be asked of a case.</summary>
    public static IEnumerable<string> Names => Aspects.Keys;

    /// <summary>Null where the text is no filter.</summary>
    public static CaseFilter? TryParse(string text)
    {
        var conditions = new List<(Func<TestCase, IEnumerable<string>>, string)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (
                part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } pattern]
                || !Aspects.TryGetValue(name.ToLowerInvariant(), out var aspect)
            )
            {
                return null;
            }

            conditions.Add((aspect, pattern));
        }

        return new CaseFilter(text, conditions);
    }

    public bool Matches(TestCase testCase) =>
        _conditions.All(c => c.Aspect(testCase).Any(value => FileSystemName.MatchesSimpleExpression(c.Pattern, value)));

    /// <summary>As it was written.</summary>
    public override string ToString() => _text;
}
