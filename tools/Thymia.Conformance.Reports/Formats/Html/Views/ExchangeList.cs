using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Thymia.Conformance.Reports.Model.Map;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Reports.Formats.Html.Views;

/// <summary>
/// The exchanges of a page, each once, as data for its script. There is room for some megabytes of them: those that
/// went ill come first, and of very many that went well the page shows less, then none.
/// </summary>
public sealed class ExchangeList
{
    private const int Many = 1_500;
    private const int LongBody = 4_000;
    private const int ShortBody = 400;
    private const int MostBytes = 2_000_000;

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<string> _exchanges = [];
    private readonly Dictionary<string, int> _byCase = new(StringComparer.Ordinal);
    private readonly ExchangeReader _reader;
    private readonly bool _isBrief;
    private int _bytes;

    /// <param name="trees">What the page shows.</param>
    internal ExchangeList(ExchangeReader reader, IReadOnlyList<MapTree> trees)
    {
        var groups = trees.SelectMany(t => t.Parts).SelectMany(p => p.Rows).SelectMany(r => r.Groups).ToList();
        _reader = reader;
        _isBrief = groups.Sum(g => g.Cells.Count) > Many;
        groups.ForEach(Add);
        foreach (var cell in groups.SelectMany(g => g.Cells).OrderByDescending(c => c.Outcome > CellOutcome.Tolerated))
        {
            Add(cell);
        }
    }

    /// <summary>Its index; null where the page has no exchange of it.</summary>
    public int? IndexOf(MapCell cell) => Find(cell.CaseId);

    /// <summary>Its index; null where there was no answer.</summary>
    public int? IndexOf(MapGroup group) => group.Watched is { Example: { } example } ? Find(example.Case.Id) : null;

    /// <summary>JSON that is safe within an HTML element: no angle bracket and no ampersand stands in it.</summary>
    public string ToJson() => $"[{string.Join(',', _exchanges)}]";

    private int? Find(string caseId) => _byCase.TryGetValue(caseId, out var index) ? index : null;

    private void Add(MapGroup group)
    {
        if (group.Watched is { Example: { } example, Broken: var broken })
        {
            Add(example.Case.Id, example, broken > 0 ? CellOutcome.Wrong : CellOutcome.AsDocumented);
        }
    }

    private void Add(MapCell cell)
    {
        if (cell.Example is { } example)
        {
            Add(cell.CaseId, example, cell.Outcome);
        }
    }

    private void Add(string caseId, RunEvent example, CellOutcome outcome)
    {
        if (_bytes >= MostBytes || _byCase.ContainsKey(caseId))
        {
            return;
        }

        var brief = (_isBrief && outcome <= CellOutcome.Tolerated) || _bytes >= MostBytes / 2;
        var json = Json(_reader.Of(example, outcome, brief ? ShortBody : LongBody, commands: !brief));
        _byCase[caseId] = _exchanges.Count;
        _exchanges.Add(json);
        _bytes += Encoding.UTF8.GetByteCount(json);
    }

    private static string Json(ShownExchange exchange) =>
        JsonSerializer
            .Serialize(
                new
                {
                    t = exchange.Title,
                    i = exchange.CaseId,
                    o = OutcomeLook.Class(exchange.Outcome),
                    w = OutcomeLook.Word(exchange.Outcome),
                    n = exchange.Remarks,
                    c = exchange.Change,
                    e = exchange.Expected,
                    q = exchange.RequestLine,
                    qh = exchange.RequestHeaders.Select(h => $"{h.Key}: {h.Value}"),
                    qb = exchange.RequestBody,
                    s = exchange.Status,
                    ah = exchange.AnswerHeaders.Select(h => $"{h.Key}: {h.Value}"),
                    ab = exchange.AnswerBody,
                    d = exchange.Time,
                    k = exchange.Curl,
                    p = exchange.Reproduce,
                },
                Compact
            )
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
}
