using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model;

/// <summary>
/// How the cases about one place and keyword fared together. There are as many as the contract has demands.
/// </summary>
public sealed class PlaceRecord
{
    private const int MostErrors = 20;
    private readonly List<string> _errors = [];
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    internal PlaceRecord(TestCase first)
    {
        Operation = first.Operation.Name;
        Place = first.Location.Display;
        Keyword = first.Keyword;
    }

    public string Operation { get; }

    /// <summary>Such as <c>user.birthSex</c>.</summary>
    public string Place { get; }

    public string Keyword { get; }

    public int Cases { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>From the first byte sent to the last read, summed over the cases.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Why cases got no verdict, the first twenty of them: case id and reason.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The known deviations that its cases showed, each with its reason.</summary>
    public IReadOnlyCollection<string> Known => _known;

    internal void Add(RunEvent.CaseJudged judged)
    {
        if (judged.Verdict is Verdict.Known known)
        {
            _known.Add(SafeText.Of($"known deviation {known.Deviation}: {known.Reason}"));
        }

        Cases++;
        Skipped += judged.Verdict is Verdict.Skipped ? 1 : 0;
        Duration += judged.Exchange?.Duration ?? TimeSpan.Zero;
        if (judged.Verdict is Verdict.Inconclusive { Reason: var unanswered })
        {
            Add(judged.Case, unanswered);
        }
        else if (judged.Verdict is Verdict.Erred { Reason: var fault })
        {
            Add(judged.Case, $"the suite erred: {fault}");
        }
    }

    internal void Add(RunEvent.CaseDiscarded discarded)
    {
        Cases++;
        Add(discarded.Case, discarded.Contradiction);
    }

    private void Add(TestCase testCase, string reason)
    {
        if (_errors.Count < MostErrors)
        {
            _errors.Add(SafeText.Of($"{testCase.Id}: {reason}"));
        }
    }
}
