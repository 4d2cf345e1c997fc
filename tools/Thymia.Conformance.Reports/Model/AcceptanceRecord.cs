using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model;

/// <summary>
/// How valid requests of each operation were answered. Where none was accepted, findings on the others say little:
/// there is one cause to look for first.
/// </summary>
internal sealed class AcceptanceRecord
{
    private const int MinRequests = 2;
    private const int MaxStatuses = 4;
    private const int NoAnswer = 0;

    private readonly Dictionary<string, SortedDictionary<int, int>> _valid = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);

    public void Observe(RunEvent.CaseJudged judged)
    {
        if (!judged.Case.IsValid || judged.Exchange is not { } exchange)
        {
            return;
        }

        var name = judged.Case.Operation.Name;
        var status = exchange.Answer?.Status ?? NoAnswer;
        if (!_valid.TryGetValue(name, out var statuses))
        {
            _valid[name] = statuses = [];
        }

        statuses[status] = statuses.GetValueOrDefault(status) + 1;
        if (OpenApi.Statuses.IsSuccess(status))
        {
            _accepted.Add(name);
        }
    }

    /// <summary>
    /// A sentence for each operation none of whose valid requests was accepted, without closing full stop.
    /// </summary>
    public IReadOnlyList<string> Unaccepted =>
        [
            .. _valid
                .Where(v => !_accepted.Contains(v.Key) && v.Value.Values.Sum() >= MinRequests)
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v =>
                    $"No valid request of {v.Key} was accepted: {Amounts.Of(v.Value.Values.Sum(), "request")} got "
                    + $"{Statuses(v.Value)}"
                ),
        ];

    private static string Statuses(SortedDictionary<int, int> counts) =>
        string.Join(
            ", ",
            counts
                .OrderByDescending(c => c.Value)
                .Take(MaxStatuses)
                .Select(c =>
                    (c.Key == NoAnswer ? "no answer" : $"status {c.Key}") + (counts.Count > 1 ? $" ({c.Value})" : "")
                )
        );
}
