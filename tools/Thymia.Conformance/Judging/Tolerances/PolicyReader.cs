using System.Text.Json;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>Reads policies from <c>fixtures/tolerances</c>: each file there is one.</summary>
internal static class PolicyReader
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "fixtures", "tolerances");

    /// <summary>The names of all policies that tolerate something, in order.</summary>
    public static IReadOnlyList<string> Names =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.yaml")
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A policy of the suite by its name, or one of a team by its file.</summary>
    /// <exception cref="UnusableInputException">There is no such policy, or its file cannot be used.</exception>
    public static Policy ReadNamed(string name) =>
        name == Policy.Strict.Name ? Policy.Strict
        : PolicyName.IsFile(name) ? Read(name)
        : Names.Contains(name) ? Read(Path.Combine(Folder, name + ".yaml"))
        : throw new UnusableInputException(
            "policy-not-found",
            $"there is no policy '{name}'",
            "policy",
            $"give one of {string.Join(", ", ["auto", Policy.Strict.Name, .. Names])}, or a file of your own such as "
                + "ours.yaml"
        );

    /// <exception cref="UnusableInputException">The file cannot be used.</exception>
    public static Policy Read(string file)
    {
        var (root, lines) = OwnFile.Read(file, "tolerances.schema.json");
        var source = new Source(Path.GetFileName(file), lines);
        var wire = root.Deserialize<PolicyFile>(Wire)!;
        if (wire.Policy != Path.GetFileNameWithoutExtension(file))
        {
            throw source.Unusable("/policy", $"the policy is called '{wire.Policy}'", "call it as its file");
        }

        // What a team's own rules say of an input comes before what they extend.
        var extended = wire.Extends is { } name
            ? Names.Contains(name)
                ? ReadNamed(name)
                : throw source.Unusable(
                    "/extends",
                    $"there is no policy '{name}' to extend",
                    $"give one of {string.Join(", ", Names)}"
                )
            : Policy.Strict;
        return extended.With(
            wire.Policy,
            wire.Vocabulary is null ? null : source.Pattern(wire.Vocabulary, "/vocabulary"),
            [.. (wire.Rules ?? []).Select((rule, i) => RuleOf(rule, $"/rules/{i}", source))],
            [
                .. (wire.Echoes ?? []).Select(
                    (e, i) => (source.Pattern(e.At, $"/echoes/{i}/at"), new Verdict.Tolerated(e.Id, e.Reason))
                ),
            ],
            wire.Answers ?? [],
            [.. (wire.Habits ?? []).Select((habit, i) => HabitOf(habit, $"/habits/{i}", source))]
        );
    }

    private static ToleranceRule RuleOf(PolicyFile.Rule rule, string pointer, Source source)
    {
        // Under another name something is there.
        var isThere = rule is { Constraint: "required", Kinds: { } kinds } && !kinds.Contains("absent");
        if (
            rule.Constraint is "required" or "security" or "requestBody"
            && rule.Answer != ToleratedAnswer.Refused
            && !isThere
        )
        {
            throw source.Unusable(
                pointer,
                $"the rule '{rule.Id}' would hide that something demanded is missing",
                "let it tolerate refusals only"
            );
        }

        return (rule.Answer == ToleratedAnswer.Refused) == (rule.Statuses is null)
            ? throw source.Unusable(
                pointer,
                $"the rule '{rule.Id}' {(rule.Statuses is null ? "lacks" : "has")} statuses",
                "give them to refusals alone"
            )
            : new ToleranceRule(rule, rule.Pattern is null ? null : source.Pattern(rule.Pattern, pointer + "/pattern"));
    }

    private static HabitRule HabitOf(PolicyFile.Habit habit, string pointer, Source source) =>
        new(habit, (text, member) => text is null ? null : source.Pattern(text, $"{pointer}/{member}"));

    private sealed record Source(string Name, IReadOnlyDictionary<string, int> Lines)
    {
        public BoundedPattern Pattern(string pattern, string pointer)
        {
            try
            {
                return new BoundedPattern(pattern);
            }
            catch (ArgumentException e)
            {
                throw Unusable(pointer, "the pattern is no regular expression", "mend it", e);
            }
        }

        public UnusableInputException Unusable(string pointer, string problem, string hint, Exception? cause = null) =>
            new("tolerance-not-usable", problem, $"{Name}:{Lines.GetValueOrDefault(pointer, 1)}", hint, cause);
    }
}
