using System.Text.Json;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>
/// Compares headers. What was found is never repeated, since it may be a secret.
/// </summary>
internal static class HeaderComparison
{
    private static readonly HashSet<string> WithParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type",
        "Accept",
    };

    /// <summary>What is wrong with one header of a request, as a clause; null where it fits.</summary>
    public static string? Problem(string name, IReadOnlyList<string> expected, ReceivedRequest request, RuleSet? rules)
    {
        var received = request.Header(name);
        if (received.Count == 0)
        {
            return "found none, expected one";
        }

        if (rules is not null)
        {
            var shown = JsonSerializer.SerializeToElement(expected.Count > 0 ? expected[0] : "");
            return
                received
                    .Select(v => ValueRules.Problem(rules, shown, JsonSerializer.SerializeToElement(v)))
                    .FirstOrDefault(p => p is not null)
                    is { } wanted
                ? $"found another value, expected {wanted}"
                : null;
        }

        var fits = WithParameters.Contains(name)
            ? SameTypes(expected, received)
            : Items(expected).SequenceEqual(Items(received));
        return fits ? null : $"found another value, expected \"{string.Join(", ", expected)}\"";
    }

    private static IEnumerable<string> Items(IReadOnlyList<string> values) =>
        values.SelectMany(v => v.Split(',')).Select(v => v.Trim());

    // Parameters in any order, those of the expected type at least; a character set in any case.
    private static bool SameTypes(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var shown = Items(expected).Select(Parts).ToList();
        var received = Items(actual).Select(Parts).ToList();
        return shown.Count == received.Count
            && shown
                .Zip(received)
                .All(p => p.First.Type == p.Second.Type && p.First.Parameters.IsSubsetOf(p.Second.Parameters));
    }

    private static (string Type, HashSet<string> Parameters) Parts(string value)
    {
        var parts = value.Split(';').Select(p => p.Trim()).ToList();
        return (parts[0], parts.Skip(1).Select(Normal).ToHashSet(StringComparer.Ordinal));
    }

    private static string Normal(string parameter)
    {
        var parts = parameter.Split('=', 2);
        var name = parts[0].Trim().ToLowerInvariant();
        var value = parts.ElementAtOrDefault(1)?.Trim().Trim('"') ?? "";
        return $"{name}={(name == "charset" ? value.ToLowerInvariant() : value)}";
    }
}
