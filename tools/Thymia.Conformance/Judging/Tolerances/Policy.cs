using System.Text.RegularExpressions;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>
/// What is let pass because a named framework is known to do so; to the letter of the contract, nothing.
/// </summary>
internal sealed class Policy : ITolerances
{
    private readonly IReadOnlyList<ToleranceRule> _rules;
    private readonly IReadOnlyList<(Regex At, Verdict.Tolerated Verdict)> _echoes;

    internal Policy(
        string name,
        Regex? vocabulary,
        IReadOnlyList<ToleranceRule> rules,
        IReadOnlyList<(Regex At, Verdict.Tolerated Verdict)> echoes
    )
    {
        Name = name;
        Vocabulary = vocabulary;
        _rules = rules;
        _echoes = echoes;
    }

    public static Policy Strict { get; } = new("strict", null, [], []);

    public string Name { get; }

    /// <summary>Matches the types of error that this framework names; null where no framework is meant.</summary>
    public Regex? Vocabulary { get; }

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
