using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Model.Answers;
using Thymia.Conformance.Running;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model.Map;

/// <summary>Lays the cells of a run out along the schemas they are about.</summary>
internal sealed class MapTreeReader(ConstraintMap map, AnswerBook answers, ApiDescription description)
{
    private readonly SchemaLibrary _library = new(description);

    /// <summary>The operations that were tested, in the order of the document.</summary>
    public IReadOnlyList<MapTree> Read()
    {
        var cells = map.Cells.ToLookup(c => c.Operation);
        return
        [
            .. description
                .Operations.Where(o => cells.Contains(o.Name))
                .Select(o => new MapTree(
                    o.Name,
                    [Request(o, [.. cells[o.Name]]), .. o.Responses.Select(r => Response(o, r)).OfType<MapPart>()]
                )),
        ];
    }

    private MapPart Request(Operation operation, IReadOnlyList<MapCell> cells)
    {
        var byPlace = cells.ToLookup(c => c.Location.ToString());
        var body = operation.Body is { } b ? Rows(_library.At(b.SchemaPointer).Root) : [];
        var known = body.Select(r => r.Place).ToHashSet(StringComparer.Ordinal);
        var rows = new List<MapRow>();
        rows.AddRange(Others(cells.Where(c => c.Location.Part != "body")));
        foreach (var row in body)
        {
            rows.Add(row with { Groups = Groups(row.Groups, [.. byPlace[row.Place]]) });
        }

        rows.AddRange(Others(cells.Where(c => c.Location.Part == "body" && !known.Contains(c.Location.ToString()))));
        return new MapPart("Request", operation.Body?.ContentType ?? "no body", rows);
    }

    // What the protocol around the schema demands, and places that no schema names.
    private static IEnumerable<MapRow> Others(IEnumerable<MapCell> cells) =>
        cells
            .GroupBy(c => c.Location.ToString())
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MapRow(0, g.First().Location.Display, g.Key) { Groups = Groups([], [.. g]) });

    private static IReadOnlyList<MapGroup> Groups(IReadOnlyList<MapGroup> stated, IReadOnlyList<MapCell> cells)
    {
        var byKeyword = cells.ToLookup(c => c.Keyword);
        var keywords = stated.Select(g => g.Keyword).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. stated.Select(g => g with { Cells = [.. byKeyword[g.Keyword]] }),
            .. byKeyword.Where(k => !keywords.Contains(k.Key)).Select(k => new MapGroup(k.Key, null, [.. k])),
        ];
    }

    private MapPart? Response(Operation operation, DocumentedResponse response)
    {
        var tally = answers.Response(operation.Name, response.Status);
        var schema = response.Contents.Values.FirstOrDefault(c => c is not null);
        var count = tally?.Answers ?? 0;
        return schema is null
            ? null
            : new MapPart(
                $"Answer {response.Status}",
                $"{count} {Amounts.Noun(count, "answer")} seen",
                [
                    .. Rows(_library.At(schema).Root)
                        .Select(r =>
                            r with
                            {
                                Groups = [.. r.Groups.Select(g => g with { Watched = Watched(g, tally, count) })],
                            }
                        ),
                ]
            );
    }

    private static (int, int, RunEvent.CaseJudged?) Watched(MapGroup group, Answers.ResponseTally? tally, int count)
    {
        var broken = group.Source is { } source ? tally?.BrokenAt(source) : null;
        return (count, broken?.Count ?? 0, broken?.Example ?? tally?.Example);
    }

    private static IReadOnlyList<MapRow> Rows(SchemaNode root)
    {
        var sites = SchemaWalker.Walk(root).DistinctBy(s => s.Location.Pointer).ToList();
        var constraints = ConstraintExtraction.Of(root).ToLookup(c => c.Location.Pointer);
        return
        [
            .. sites.Select(s => new MapRow(
                JsonPointer.Segments(s.Location.Pointer).Count,
                NameOf(s),
                s.Location.ToString()
            )
            {
                Type = TypeOf(s.Node),
                IsRequired = s.Location.Pointer.Length > 0 && s.IsRequired && !s.IsItem,
                Groups =
                [
                    .. constraints[s.Location.Pointer]
                        .Select(c => new MapGroup(c.Keyword, c.Value, []) { Source = c.Source }),
                ],
            }),
        ];
    }

    private static string NameOf(SchemaSite site) =>
        JsonPointer.Segments(site.Location.Pointer) switch
        {
            [] => "body",
            [.., "*"] => site.IsItem ? "each item" : "each value",
            [.., var name] => name,
        };

    private static string? TypeOf(SchemaNode node) =>
        node.Types == JsonTypes.Any
            ? null
            : node.Types.ToString().ToLowerInvariant() + (node.Format is { } format ? $" · {format}" : "");
}
