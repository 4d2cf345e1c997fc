using Thymia.Conformance.Generation;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>
/// Every constraint and every way in which it was tried, gathered while a run happens. One exchange is kept for each
/// way, however many cases tried it.
/// </summary>
public sealed class ConstraintMap
{
    private const int MostGoodExamples = 2_000;
    private readonly Dictionary<(string Operation, string Place, string Keyword, string Kind), MapCell> _cells = [];

    /// <summary>By operation, place, keyword and kind.</summary>
    public IReadOnlyList<MapCell> Cells =>
        [
            .. _cells
                .OrderBy(c => c.Key.Operation, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Place, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Keyword, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Kind, StringComparer.Ordinal)
                .Select(c => c.Value),
        ];

    internal void Add(RunEvent.CaseDiscarded discarded) => CellOf(discarded.Case).Add(discarded);

    internal void Add(RunEvent.CaseJudged judged) => CellOf(judged.Case).Add(judged, _cells.Count <= MostGoodExamples);

    private MapCell CellOf(TestCase testCase)
    {
        var kind = testCase.Keyword == "random" ? "random" : testCase.Kind;
        var place = testCase.Mutation?.Constraint.Location ?? testCase.Location;
        var key = (testCase.Operation.Name, place.ToString(), testCase.Keyword, kind);
        return _cells.TryGetValue(key, out var cell) ? cell : _cells[key] = new MapCell(testCase, kind);
    }
}
