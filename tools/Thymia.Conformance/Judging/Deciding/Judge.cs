using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Http;
using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Judging.Deciding;

/// <summary>
/// Puts every check to an exchange. One judge judges one run: some checks remember earlier answers. Safe from many
/// threads.
/// </summary>
public sealed class Judge
{
    private const int OkStatus = 200;

    private readonly SchemaLibrary _schemas;
    private readonly Redaction _redaction;
    private readonly ICheck[] _checks;
    private readonly ulong[] _silencers;
    private readonly CheckChoice _choice;
    private readonly bool[] _counts;
    private readonly bool[] _isAsked;

    // Answers by the checks that applied to them: there are few such sets, and each check would be a count of its own.
    private readonly ConcurrentDictionary<ulong, StrongBox<int>> _asked = new();

    public Judge(SchemaLibrary schemas, JudgeOptions options)
    {
        _schemas = schemas;
        _redaction = new Redaction(options);
        Policy = new PolicyChoice(options.Policy, options.PolicyReason);
        _checks = [.. CheckCatalogue.Create(options, Policy)];
        _choice = options.Checks;
        _counts = [.. _checks.Select(c => _choice.Counts(c.Description.Id))];
        _isAsked = [.. _checks.Select(c => _choice.IsAsked(c.Description.Id))];
        _silencers = [.. _checks.Select(c => c.Description.SilencedBy.Aggregate(0UL, (all, id) => all | BitOf(id)))];
    }

    /// <summary>The policy it judges by, which is open as long as <c>auto</c> has seen too little.</summary>
    public PolicyChoice Policy { get; }

    /// <summary>Every check that it asks, in that order.</summary>
    public IReadOnlyList<CheckDescription> Checks =>
        [.. _checks.Where((_, i) => _counts[i]).Select(c => _choice.Of(c.Description))];

    /// <summary>Whether the policy lets it pass that a provider accepts the case, wrong as it is.</summary>
    internal bool Tolerates(TestCase testCase)
    {
        if (Policy.IsOpen || testCase.Mutation is not { } mutation)
        {
            return false;
        }

        return mutation.WithFurther.All(IsLetPass);

        bool IsLetPass(Mutation broken) =>
            Policy.Current.Find(
                BrokenInput.Of(testCase, broken, BrokenSchema.Of(testCase, broken, _schemas)),
                ToleratedAnswer.Accepted,
                OkStatus
            )
                is not null;
    }

    /// <summary>The id of every check, with the number of answers so far that it applied to.</summary>
    public IReadOnlyDictionary<string, int> Asked =>
        _checks
            .Select(
                (c, i) =>
                    KeyValuePair.Create(
                        c.Description.Id,
                        _asked.Where(a => ((a.Key >> i) & 1) != 0).Sum(a => a.Value.Value)
                    )
            )
            .Where((_, i) => _counts[i])
            .ToDictionary();

    /// <param name="repeat">The answer to the same request sent again; null where it was not.</param>
    /// <param name="neighbour">How it fared beside a huge request; null where that was not tried.</param>
    public Verdict Decide(
        TestCase testCase,
        Exchange exchange,
        Exchange? repeat = null,
        NeighbourTrial? neighbour = null
    ) => Weigh(testCase, exchange, new Companions(repeat, neighbour, null)).Verdict;

    /// <summary>The same with all that led to it.</summary>
    internal Decision Weigh(TestCase testCase, Exchange exchange, Companions companions)
    {
        if (exchange is { Answer: null, IsConfirmed: true })
        {
            return new Decision(Unanswered(testCase, exchange, "twice, while others were answered"), 0, []);
        }

        if (Unjudgeable.ReasonFor(exchange) is { } reason)
        {
            return new Decision(new Verdict.Inconclusive(reason), 0, []);
        }

        using var evidence = EvidenceOf(testCase, exchange, companions);
        var weighing = new Weighing();
        for (var i = 0; i < _checks.Length; i++)
        {
            if (_isAsked[i] && !weighing.IsSilent(_silencers[i]))
            {
                weighing.Add(i, Ask(_checks[i], evidence), _counts[i]);
            }
        }

        Count(weighing.Asked);
        return weighing.Decision;
    }

    /// <summary>The verdict on a case that got no whole answer, as others like it.</summary>
    /// <param name="pattern">What shows that this is no chance, as a clause.</param>
    internal Verdict Unanswered(TestCase testCase, Exchange exchange, string pattern) =>
        new Verdict.Failed([NoAnswer.FindingOf(testCase, exchange, pattern, _redaction)]);

    /// <summary>Takes note of an exchange that an earlier part of the run has judged.</summary>
    /// <param name="isSame">Whether the same provider goes on answering: another may give the same ids again.</param>
    internal void Recall(TestCase testCase, Exchange exchange, ulong asked, bool isSame)
    {
        Count(asked);
        if (isSame && exchange.Answer is { Body.Length: > 0 })
        {
            using var evidence = EvidenceOf(testCase, exchange, default);
            foreach (var check in _checks.OfType<UniqueRule>())
            {
                check.Ask(evidence);
            }
        }
    }

    /// <summary>
    /// What each check says about an exchange, in the order of asking; empty where there is nothing to judge.
    /// </summary>
    public IReadOnlyList<CheckReport> Explain(TestCase testCase, Exchange exchange, Exchange? repeat = null)
    {
        if (exchange.Answer is null)
        {
            return [];
        }

        using var evidence = EvidenceOf(testCase, exchange, new Companions(repeat, null, null));
        var reports = new List<CheckReport>();
        foreach (var check in _checks.Where((_, i) => _isAsked[i]))
        {
            var cause = reports.FirstOrDefault(r => r.IsBroken && check.Description.SilencedBy.Contains(r.Check));
            reports.Add(
                cause is null ? CheckReport.Of(check, Ask(check, evidence)) : CheckReport.Silenced(check, cause.Check)
            );
        }

        return reports;
    }

    private static CheckResult Ask(ICheck check, Evidence evidence) =>
        check.Ask(evidence) is var result && result.Findings is { } found && evidence.Habit(found) is { } habit
            ? CheckResult.Tolerated(habit)
            : result;

    private void Count(ulong asked) =>
        Interlocked.Increment(ref _asked.GetOrAdd(asked, static _ => new StrongBox<int>()).Value);

    private Evidence EvidenceOf(TestCase testCase, Exchange exchange, Companions companions) =>
        new(testCase, exchange, _schemas, _redaction, Policy.Current)
        {
            Repeat = companions.Repeat,
            Neighbour = companions.Neighbour,
            Sequel = companions.Sequel,
        };

    private ulong BitOf(string id)
    {
        for (var i = 0; i < _checks.Length; i++)
        {
            if (_checks[i].Description.Id == id)
            {
                return 1UL << i;
            }
        }

        throw new ArgumentException($"There is no check '{id}'.", nameof(id));
    }
}
