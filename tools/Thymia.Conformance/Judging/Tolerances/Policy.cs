using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>
/// What is let pass because a named framework is known to do so; to the letter of the contract, nothing.
/// </summary>
internal sealed class Policy : ITolerances
{
    private readonly IReadOnlyList<ToleranceRule> _rules;
    private readonly IReadOnlyList<(BoundedPattern At, Verdict.Tolerated Verdict)> _echoes;

    private readonly IReadOnlyList<PolicyFile.AnswerRule> _answers;
    private readonly IReadOnlyList<HabitRule> _habits;

    internal Policy(
        string name,
        BoundedPattern? vocabulary,
        IReadOnlyList<ToleranceRule> rules,
        IReadOnlyList<(BoundedPattern At, Verdict.Tolerated Verdict)> echoes,
        IReadOnlyList<PolicyFile.AnswerRule> answers,
        IReadOnlyList<HabitRule> habits
    )
    {
        _answers = answers;
        _habits = habits;
        Name = name;
        Vocabulary = vocabulary;
        _rules = rules;
        _echoes = echoes;
    }

    public static Policy Strict { get; } = new("strict", null, [], [], [], []);

    public string Name { get; }

    /// <summary>Matches the types of error that this framework names; null where no framework is meant.</summary>
    public BoundedPattern? Vocabulary { get; }

    /// <summary>This one with further rules, which come first.</summary>
    internal Policy With(
        string name,
        BoundedPattern? vocabulary,
        IReadOnlyList<ToleranceRule> rules,
        IReadOnlyList<(BoundedPattern At, Verdict.Tolerated Verdict)> echoes,
        IReadOnlyList<PolicyFile.AnswerRule> answers,
        IReadOnlyList<HabitRule> habits
    ) =>
        new(
            name,
            vocabulary ?? Vocabulary,
            [.. rules, .. _rules],
            [.. echoes, .. _echoes],
            [.. answers, .. _answers],
            [.. habits, .. _habits]
        );

    public Verdict.Tolerated? Find(
        TestCase testCase,
        Mutation mutation,
        SchemaNode? body,
        ToleratedAnswer answer,
        int status
    ) => Find(BrokenInput.Of(testCase, mutation, body), answer, status);

    /// <summary>The verdict of the first rule that covers the answer; null where none does.</summary>
    public Verdict.Tolerated? Find(BrokenInput input, ToleratedAnswer answer, int status)
    {
        foreach (var rule in _rules)
        {
            if (rule.Covers(input, answer, status))
            {
                return rule.Verdict;
            }
        }

        return null;
    }

    /// <summary>The rule under which an answer may break its schema like that; null where none does.</summary>
    public Verdict.Tolerated? FindAnswer(string found, bool isOptional)
    {
        foreach (var rule in _answers)
        {
            if (rule.Found == found && rule.Optional == isOptional)
            {
                return new Verdict.Tolerated(rule.Id, rule.Reason);
            }
        }

        return null;
    }

    /// <summary>The rule under which a framework does what was found; null where none does.</summary>
    public Verdict.Tolerated? FindHabit(Finding finding, Evidence evidence)
    {
        foreach (var habit in _habits)
        {
            if (habit.Covers(finding, evidence))
            {
                return habit.Verdict;
            }
        }

        return null;
    }

    /// <summary>
    /// The rule under which a validation error may repeat the request at that place; null where none does.
    /// </summary>
    public Verdict.Tolerated? FindEcho(string pointer)
    {
        foreach (var (at, verdict) in _echoes)
        {
            if (at.IsMatch(pointer))
            {
                return verdict;
            }
        }

        return null;
    }
}
