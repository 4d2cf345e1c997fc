using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>
/// The answers that the contract documents under one status, and which of its constraints they broke.
/// </summary>
public sealed class ResponseTally
{
    private readonly Dictionary<string, (int Count, RunEvent.CaseJudged Example)> _broken = new(StringComparer.Ordinal);

    public int Answers { get; private set; }

    /// <summary>The first answer by case id; null where there is none.</summary>
    public RunEvent.CaseJudged? Example { get; private set; }

    /// <summary>How often a constraint was found broken, and one case of it; null where it held.</summary>
    /// <param name="source">As findings name it, such as <c>UserDetails.birthSex, enum</c>.</param>
    public (int Count, RunEvent.CaseJudged Example)? BrokenAt(string source) =>
        _broken.TryGetValue(source, out var broken) ? broken : null;

    internal void Add(RunEvent.CaseJudged judged)
    {
        Answers++;
        if (Example is null || string.CompareOrdinal(judged.Case.Id, Example.Case.Id) < 0)
        {
            Example = judged;
        }

        if (judged.Verdict is Verdict.Failed failed)
        {
            foreach (
                var source in failed
                    .Findings.Where(f => f.Location.StartsWith("answer", StringComparison.Ordinal))
                    .Select(f => f.Source)
                    .Distinct()
            )
            {
                var before = _broken.GetValueOrDefault(source, (Count: 0, Example: judged));
                _broken[source] = (before.Count + 1, Earlier(before.Example, judged));
            }
        }
    }

    private static RunEvent.CaseJudged Earlier(RunEvent.CaseJudged one, RunEvent.CaseJudged other) =>
        string.CompareOrdinal(one.Case.Id, other.Case.Id) <= 0 ? one : other;
}
