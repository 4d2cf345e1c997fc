using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Causes;

/// <summary>
/// Finds what the failing requests of a check have in common that no passing one has: many findings then are one.
/// Holds a sample of the requests, so that a long run costs no more than a short one.
/// </summary>
internal sealed class CommonCause
{
    private const int Sample = 2_000;
    private const int LongestHeld = 2_000;
    private const string Passing = "";

    /// <summary>From this share on, a check that fails for requests of a kind is said to fail for them all.</summary>
    private const double NearlyAll = 0.8;

    private readonly List<(Lazy<IReadOnlySet<string>?> Traits, IReadOnlyList<string> Failed)> _valid = [];
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failingRejections = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool Valid, string Check), int> _failed = [];
    private int _rejections;
    private int _sentValid;
    private int _sentInvalid;

    public void Add(RunEvent.CaseJudged judged)
    {
        var checks = judged.Verdict is Verdict.Failed failed
            ? failed.Findings.Select(f => f.Check).Distinct().ToList()
            : [];
        Count(judged, checks);
        if (
            judged.Case.Expectation is Expectation.Rejected rejected
            && judged.Exchange?.Answer?.Status == rejected.Status
        )
        {
            _rejections++;
            foreach (var check in checks)
            {
                _failingRejections[check] = _failingRejections.GetValueOrDefault(check) + 1;
            }
        }
        else if (judged.Case.IsValid && judged.Exchange is not null)
        {
            HearValid(judged, checks);
        }
    }

    /// <summary>When the check fails, as a clause; null where nothing sets the failing requests apart.</summary>
    public string? WhenFails(string check)
    {
        var failing = TraitsWhere(failed => failed.Contains(check));
        var passing = TraitsWhere(failed => Passes(failed, check));
        if (failing.Count < 2 || passing.Count < 2)
        {
            return null;
        }

        var shared = failing
            .Skip(1)
            .Aggregate(failing[0].ToHashSet(), (all, one) =>
            {
                all.IntersectWith(one);
                return all;
            });
        shared.RemoveWhere(t => passing.Any(p => p.Contains(t)));
        var missing = passing
            .Skip(1)
            .Aggregate(passing[0].ToHashSet(), (all, one) =>
            {
                all.IntersectWith(one);
                return all;
            });
        missing.RemoveWhere(t => failing.Any(f => f.Contains(t)));
        return
            missing
                .Select(RequestTraits.Absence)
                .OfType<string>()
                .Concat(shared)
                .OrderBy(t => t.Length)
                .ThenBy(t => t, StringComparer.Ordinal)
                .FirstOrDefault()
                is { } trait
            ? $"whenever {trait}"
            : null;
    }

    /// <summary>
    /// How often the check fails for what was rightly rejected, as a clause; null where that is not nearly always.
    /// </summary>
    public string? WhenRejectedFails(string check) =>
        _failingRejections.GetValueOrDefault(check) is > 2 and var count && count >= NearlyAll * _rejections
            ? $"in {count} of {_rejections} rejections"
            : null;

    /// <summary>
    /// How often the check fails for valid requests, or for invalid ones, as a clause; null where that is not nearly
    /// always.
    /// </summary>
    public string? WhenNearlyAllFail(string check, bool valid) =>
        _failed.GetValueOrDefault((valid, check)) is > 2 and var count
        && (valid ? _sentValid : _sentInvalid) is var all
        && count >= NearlyAll * all
            ? $"for {count} of {all} {(valid ? "valid" : "invalid")} requests"
            : null;

    private void Count(RunEvent.CaseJudged judged, List<string> checks)
    {
        if (judged.Exchange is null)
        {
            return;
        }

        _ = judged.Case.IsValid ? _sentValid++ : _sentInvalid++;
        foreach (var check in checks)
        {
            var key = (judged.Case.IsValid, check);
            _failed[key] = _failed.GetValueOrDefault(key) + 1;
        }
    }

    // What failed otherwise passes this check, unless the check then is not asked.
    private static bool Passes(IReadOnlyList<string> failed, string check) =>
        failed.Count == 0 || (!failed.Contains(check) && !CheckCatalogue.SilencersOf(check).Any(failed.Contains));

    private void HearValid(RunEvent.CaseJudged judged, List<string> checks)
    {
        IReadOnlyList<string> kinds = checks.Count == 0 ? [Passing] : checks;
        if (kinds.All(k => _held.GetValueOrDefault(k) >= Sample))
        {
            return;
        }

        _valid.Add((TraitsOf(judged.Case), checks));
        foreach (var kind in kinds)
        {
            _held[kind] = _held.GetValueOrDefault(kind) + 1;
        }
    }

    private List<IReadOnlySet<string>> TraitsWhere(Func<IReadOnlyList<string>, bool> failed) =>
        [.. _valid.Where(v => failed(v.Failed)).Select(v => v.Traits.Value).OfType<IReadOnlySet<string>>()];

    // Nobody asks where nothing fails; but a long body is not to be held until somebody does.
    private static Lazy<IReadOnlySet<string>?> TraitsOf(TestCase testCase) =>
        testCase.Request.Body is { Length: > LongestHeld }
            ? new(RequestTraits.Of(testCase))
            : new(() => RequestTraits.Of(testCase));
}
