using System.Text.Json;
using System.Text.Json.Serialization;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>Reads files of rules, as <c>schemas/rules.schema.json</c> describes them.</summary>
internal static class RuleReader
{
    private const string Code = "rule-not-usable";

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Lazy<IReadOnlyList<RuleSet>> ShippedSets = new(() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "fixtures", "rules"), "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ]
    );

    /// <summary>Those that come with the suite.</summary>
    public static IReadOnlyList<RuleSet> Shipped => ShippedSets.Value;

    /// <exception cref="UnusableInputException">The file cannot be used; the location names the line.</exception>
    public static RuleSet Read(string file)
    {
        var (root, lines) = OwnFile.Read(file, "rules.schema.json");
        var name = Path.GetFileName(file);
        var wire = root.Deserialize<RuleFile>(Wire)!;
        var rules = new List<Rule>();
        for (var i = 0; i < wire.Rules.Count; i++)
        {
            var rule = RuleOf(wire.Rules[i], name, lines.GetValueOrDefault($"/rules/{i}", 1));
            if (Problem(wire.Rules[i], rules) is { } problem)
            {
                throw Unusable(rule, problem.What, problem.Hint);
            }

            rules.Add(rule);
        }

        return new RuleSet(wire.Api, rules);
    }

    /// <summary>That a rule cannot be used, at its line.</summary>
    public static UnusableInputException Unusable(Rule rule, string problem, string hint) =>
        new(Code, $"the rule '{rule.Id}' {problem}", $"{rule.File}:{rule.Line}", hint);

    private static Rule RuleOf(RuleFile.Entry entry, string file, int line)
    {
        var words = entry.Operation.Split(' ', 2);
        return new Rule
        {
            Id = entry.Id,
            Kind = RuleKinds.Parse(entry.Kind),
            Method = words[0],
            Path = words[1],
            Severity = entry.Severity,
            Title = entry.Title,
            Says = entry.Says,
            About = entry.About,
            At = [.. entry.At.Select(PlaceOf)],
            When = entry.When is { } when
                ? new RuleCondition(new BodyPointer(when.Request), when.Value, when.Is == "absent")
                : null,
            IsWebAddress = entry.Form is not null,
            Value = entry.Value,
            File = file,
            Line = line,
        };
    }

    private static RulePlace PlaceOf(JsonElement place)
    {
        if (place.ValueKind == JsonValueKind.String)
        {
            var both = new BodyPointer(place.GetString()!);
            return new RulePlace(both, both);
        }

        return new RulePlace(
            new BodyPointer(place.GetProperty("answer").GetString()!),
            new BodyPointer(place.GetProperty("request").GetString()!)
        );
    }

    private static (string What, string Hint)? Problem(RuleFile.Entry entry, List<Rule> before)
    {
        var isOfPresence = entry.Kind is "present-when" or "absent-when";
        return before.Any(r => r.Id == entry.Id) ? ("stands twice", "give each an id of its own")
            : entry.At.Count == 0 != (entry.Kind == "required-body")
                ? entry.At.Count == 0 ? ("names no place", "name places of the answer in 'at'")
                    : ("names places, though it is about the whole body", "leave 'at' out")
            : entry.When is null && entry.Kind == "present-when"
                ? ("does not say when", "give it a condition in 'when'")
            : entry.When is not null && !isOfPresence
                ? ("has a condition that its kind does not know", "leave 'when' out")
            : entry.When is { Is: not null, Value: not null }
                ? ("has two conditions", "give 'is' or 'equals', not both")
            : entry.Form is not null && !isOfPresence ? ("has a form that its kind does not know", "leave 'form' out")
            : entry.Value is not null && entry.Kind != "default"
                ? ("has a value that its kind does not know", "leave 'value' out")
            : null;
    }
}
