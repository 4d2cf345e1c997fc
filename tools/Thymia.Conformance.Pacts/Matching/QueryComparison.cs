using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Compares names and values as they stand in a query or a form.</summary>
internal static class QueryComparison
{
    /// <summary>The parameters of a query; values keep their order.</summary>
    public static ILookup<string, string> Read(string query) =>
        query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .ToLookup(p => Decode(p[0]), p => Decode(p.ElementAtOrDefault(1) ?? ""), StringComparer.Ordinal);

    public static IEnumerable<(string Name, string Problem)> Compare(
        ILookup<string, string> expected,
        ILookup<string, string> actual,
        Func<string, RuleSet?> rules
    )
    {
        foreach (var name in expected.Select(g => g.Key))
        {
            if (!actual.Contains(name))
            {
                yield return (name, "found none, expected one");
            }
            else if (Problem([.. expected[name]], [.. actual[name]], rules(name)) is { } problem)
            {
                yield return (name, problem);
            }
        }

        foreach (var name in actual.Select(g => g.Key).Where(n => !expected.Contains(n)))
        {
            yield return (SafeText.Of(name), "found one, expected none");
        }
    }

    private static string? Problem(IReadOnlyList<string> expected, IReadOnlyList<string> actual, RuleSet? rules)
    {
        if (rules is null)
        {
            return expected.SequenceEqual(actual) ? null : $"found another value, expected {Shown(expected)}";
        }

        var shown = JsonSerializer.SerializeToElement(expected.Count > 0 ? expected[0] : "");
        return
            actual
                .Select(v => ValueRules.Problem(rules, shown, JsonSerializer.SerializeToElement(v)))
                .FirstOrDefault(p => p is not null)
                is { } wanted
            ? $"found another value, expected {wanted}"
            : null;
    }

    private static string Shown(IEnumerable<string> values) =>
        string.Join(", ", values.Select(v => $"\"{Shortened.To(SafeText.Of(v))}\""));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
