using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Compares a file with what was to be written. Pact's core accepts what it does not understand and drops one of two
/// interactions of the same description: the file alone shows it.
/// </summary>
internal static class WrittenPact
{
    /// <exception cref="UnusableInputException">It holds something else.</exception>
    public static void Demand(string file, PactNames names, IReadOnlyList<Interaction> meant)
    {
        var content = PactContent.Read(file);
        Demand(content.Specification == "4.0", $"specification {content.Specification} instead of 4.0", file);
        Demand(content.Consumer == names.Consumer && content.Provider == names.Provider, "other names", file);
        Demand(
            content.Interactions.Count == meant.Count,
            $"{content.Interactions.Count} interactions instead of {meant.Count}",
            file
        );
        var byKey = content.Interactions.ToDictionary(i => i.GetProperty("key").GetString()!, StringComparer.Ordinal);
        foreach (var interaction in meant)
        {
            Demand(byKey.TryGetValue(interaction.Key, out var found), $"no interaction '{interaction.Key}'", file);
            if (Difference(found, interaction) is { } difference)
            {
                Demand(false, $"{difference} in '{interaction.Key}'", file);
            }
        }
    }

    private static string? Difference(JsonElement found, Interaction meant)
    {
        if (found.GetProperty("description").GetString() != meant.Description)
        {
            return "another description";
        }

        var status = found.GetProperty("response").GetProperty("status").GetInt32();
        return status != meant.Status
            ? $"status {status} instead of {meant.Status}"
            : Rules("request", RequestRules(meant), found) ?? Rules("response", BodyRules(meant.ResponseBody), found);
    }

    private static string? Rules(string half, IEnumerable<string> meant, JsonElement found)
    {
        var wanted = meant.Order(StringComparer.Ordinal).ToList();
        var there = (found.GetProperty(half).TryGetProperty("matchingRules", out var rules) ? In(rules) : [])
            .Order(StringComparer.Ordinal)
            .ToList();
        return wanted.SequenceEqual(there)
            ? null
            : $"the matchers [{string.Join(' ', there)}] of the {half} instead of [{string.Join(' ', wanted)}]";
    }

    private static IEnumerable<string> RequestRules(Interaction meant) =>
        meant.RequestHeaders.SelectMany(h => Matchers.In(h.Value)).Concat(BodyRules(meant.RequestBody));

    // Every body brings a matcher for its content type.
    private static IEnumerable<string> BodyRules(InteractionBody? body) =>
        body is null ? [] : [.. Matchers.In(body.Json), "regex"];

    private static IEnumerable<string> In(JsonElement rules) =>
        rules.ValueKind switch
        {
            JsonValueKind.Object => rules
                .EnumerateObject()
                .SelectMany(p =>
                    p is { Name: "match", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : In(p.Value)
                ),
            JsonValueKind.Array => rules.EnumerateArray().SelectMany(In),
            _ => [],
        };

    private static void Demand(bool holds, string problem, string file)
    {
        if (!holds)
        {
            throw new UnusableInputException(
                "pact-not-as-meant",
                $"the pact written holds {problem}",
                file,
                "report it with the description at hand"
            );
        }
    }
}
