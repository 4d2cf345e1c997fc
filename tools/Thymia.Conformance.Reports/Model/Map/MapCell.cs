using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>How one kind of break, or of edge, of one constraint fared, with the exchange that shows it.</summary>
public sealed class MapCell
{
    private const int MostWords = 8;
    private readonly List<string> _words = [];

    internal MapCell(TestCase first, string kind)
    {
        Operation = first.Operation.Name;
        Location = first.Mutation?.Constraint.Location ?? first.Location;
        Keyword = first.Keyword;
        Kind = kind;
        IsValid = first.IsValid;
        CaseId = first.Id;
    }

    public string Operation { get; }

    /// <summary>The place of the constraint; <c>*</c> for any item of an array.</summary>
    public Location Location { get; }

    public string Keyword { get; }

    /// <summary>In kebab case; <c>random</c> for all random ones together.</summary>
    public string Kind { get; }

    public bool IsValid { get; }

    /// <summary>Of the case that stands for all; the one that fared worst.</summary>
    public string CaseId { get; private set; }

    public CellOutcome Outcome { get; private set; }

    public int Cases { get; private set; }

    public int Sent { get; private set; }

    /// <summary>Of the answer that stands for all; null where there is none.</summary>
    public int? Status { get; private set; }

    /// <summary>The <c>type</c>s of the errors that were answered, at most eight of them.</summary>
    public IReadOnlyCollection<string> Words => [.. _words.Order(StringComparer.Ordinal)];

    /// <summary>
    /// The case that fared worst, judged or discarded; null where it passed and there are very many cells.
    /// </summary>
    public RunEvent? Example { get; private set; }

    internal void Add(RunEvent.CaseDiscarded discarded)
    {
        Cases++;
        Example ??= discarded;
    }

    /// <param name="keep">Whether an exchange that went well may be kept, too.</param>
    internal void Add(RunEvent.CaseJudged judged, bool keep)
    {
        var outcome = OutcomeOf(judged);
        Sent += judged.Exchange is null ? 0 : 1;
        AddWords(judged);
        if (Cases++ > 0 && !IsWorse(outcome, judged.Case.Id))
        {
            return;
        }

        (Outcome, Status, CaseId) = (outcome, judged.Exchange?.Answer?.Status, judged.Case.Id);
        Example = keep || outcome > CellOutcome.Tolerated ? judged : null;
    }

    // Cases end in any order: of two that fared alike, the first by id stands for both in every run.
    private bool IsWorse(CellOutcome outcome, string id) =>
        outcome > Outcome || (outcome == Outcome && string.CompareOrdinal(id, CaseId) < 0);

    private static CellOutcome OutcomeOf(RunEvent.CaseJudged judged) =>
        judged.Verdict switch
        {
            Verdict.Passed => CellOutcome.AsDocumented,
            Verdict.Tolerated or Verdict.Known => CellOutcome.Tolerated,
            Verdict.Skipped => CellOutcome.NotSent,
            Verdict.Inconclusive or Verdict.Erred => CellOutcome.Error,
            _ => (judged.Exchange?.Answer?.Status, judged.Case.Expectation) switch
            {
                (null or >= 500, _) => CellOutcome.Error,
                ({ } status, not Expectation.Accepted) when Statuses.IsSuccess(status) => CellOutcome.Accepted,
                (>= 400, Expectation.Accepted) => CellOutcome.Refused,
                _ => CellOutcome.Wrong,
            },
        };

    private void AddWords(RunEvent.CaseJudged judged)
    {
        if (
            judged.Exchange?.Answer is not { IsClientError: true } answer
            || _words.Count >= MostWords
            || ErrorWords.AreAmong(_words, answer.Body.Span)
        )
        {
            return;
        }

        foreach (var word in ErrorWords.In(answer.Body))
        {
            if (_words.Count < MostWords && !_words.Contains(word))
            {
                _words.Add(word);
            }
        }
    }
}
