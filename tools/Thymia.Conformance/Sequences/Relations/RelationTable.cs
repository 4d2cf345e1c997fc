using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Sequences.Relations;

/// <summary>What the operations of a description have to do with one another.</summary>
public sealed class RelationTable
{
    private readonly Dictionary<string, Relation> _created;
    private readonly Dictionary<string, Relation> _listed;

    internal RelationTable(IReadOnlyList<Relation> all)
    {
        All = all;
        _created = all.Where(r => r.Creates).ToDictionary(r => ItemPath.Plain(r.Item), StringComparer.Ordinal);
        _listed = all.Where(r => !r.Creates).ToDictionary(r => ItemPath.Plain(r.Item), StringComparer.Ordinal);
    }

    /// <summary>Nothing has to do with anything.</summary>
    public static RelationTable Empty { get; } = new([]);

    /// <summary>Every relation, in the order of the description.</summary>
    public IReadOnlyList<Relation> All { get; }

    /// <summary>What gives the ids that an operation's path needs, the outermost first.</summary>
    /// <param name="creates">Whether the things are to be created, rather than to be there already.</param>
    public IReadOnlyList<Relation> Of(Operation operation, bool creates) =>
        [
            .. operation
                .Template.Names.Select(n => ItemPath.UpTo(operation.Path, n))
                .OfType<string>()
                .Select(i => (creates ? _created : _listed).GetValueOrDefault(ItemPath.Plain(i)))
                .OfType<Relation>(),
        ];

    /// <summary>The relation whose thing a request creates; null where it creates none that others need.</summary>
    internal Relation? ProducedBy(CaseRequest request)
    {
        var path = request.Target.Split('?')[0];
        return All.Where(r => r.Creates && r.Producer.Method == request.Method && r.Producer.Template.Matches(path))
            .MinBy(r => r.Producer.Template.Names.Count);
    }

    /// <summary>The relation whose thing stands at the path itself; null where there is none.</summary>
    internal Relation? At(string path) =>
        All.Where(r => r.Creates && PathTemplate.Parse(r.Item).Matches(path)).MinBy(r => r.Item.Count(c => c == '{'));
}
