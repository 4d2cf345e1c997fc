using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Sequences.Values;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Sequences.Relations;

/// <summary>
/// Finds which operation gives the id that another's path needs: as the user says, by the description's links, by a
/// POST to the collection, by name; and which list shows ids of what is there already.
/// </summary>
internal sealed class RelationFinder(
    IReadOnlyList<Operation> operations,
    SchemaLibrary library,
    IReadOnlyList<StatedRelation> stated
)
{
    public RelationTable Find() =>
        new([
            .. operations
                .SelectMany(o => o.Template.Names.Select(n => (Operation: o, Name: n)))
                .Select(p => (p.Operation, p.Name, Item: ItemPath.UpTo(p.Operation.Path, p.Name)))
                .Where(p => p.Item is not null && IsPlain(p.Operation, p.Name))
                .GroupBy(p => ItemPath.Plain(p.Item!))
                .SelectMany(g => Of(g.First().Item!, g.First().Name, [.. g.Select(p => p.Operation)])),
        ]);

    private IEnumerable<Relation> Of(string item, string parameter, List<Operation> consumers)
    {
        var found = Created(item, parameter, consumers);
        if (found is not null)
        {
            yield return Whole(found, consumers);
        }

        if (Listed(item, parameter) is { } listed)
        {
            yield return Whole(listed, consumers);
        }
    }

    private Relation Whole(Relation found, List<Operation> consumers) =>
        found with
        {
            Reader = At("GET", found.Item),
            Deleter = At("DELETE", found.Item),
            Lister = At("GET", ItemPath.CollectionOf(found.Item)) is { } lister && IsList(lister) ? lister : null,
            Consumers = consumers,
        };

    private Relation? Created(string item, string parameter, List<Operation> consumers)
    {
        if (stated.LastOrDefault(s => s.Parameter == parameter && IsFor(s, consumers)) is { } said)
        {
            return operations.FirstOrDefault(o => o.Name == said.Producer) is { } producer
                ? New(item, parameter, producer, RelationKind.Stated) with
                {
                    At = said.At,
                }
                : null;
        }

        return ByLink(item, parameter, consumers) ?? ByPath(item, parameter) ?? ByName(item, parameter);
    }

    private Relation? ByLink(string item, string parameter, List<Operation> consumers) =>
        (
            from producer in operations
            where producer.Method == "POST"
            from response in producer.Responses
            where response.Status[0] == '2'
            from link in response.Links
            from consumer in consumers
            where link.LeadsTo(consumer)
            let name = consumer.Template.Names.FirstOrDefault(n =>
                ItemPath.UpTo(consumer.Path, n) is { } own && ItemPath.Plain(own) == ItemPath.Plain(item)
            )
            where name is not null && link.Parameters.ContainsKey(name)
            let place = LinkExpression.Read(link.Parameters[name])
            where place is not null
            select New(item, parameter, producer, RelationKind.Link) with
            {
                At = place.At,
                Header = place.Header,
            }
        ).FirstOrDefault();

    private Relation? ByPath(string item, string parameter) =>
        At("POST", ItemPath.CollectionOf(item)) is { } producer && Gives(producer, parameter, item, out var at)
            ? New(item, parameter, producer, RelationKind.Path) with
            {
                At = at,
            }
            : null;

    // An answer of the very schema that reading the thing gives, or with a property of the parameter's own name.
    private Relation? ByName(string item, string parameter)
    {
        var thing = At("GET", item) is { } reader ? AnswerOf(reader)?.Pointer : null;
        return operations
            .Where(o => o.Method == "POST" && IsBeside(o, item))
            .Select(o => (Operation: o, Answer: AnswerOf(o)))
            .Where(o => o.Answer is not null)
            .Select(o =>
                (
                    o.Operation,
                    At: o.Answer!.Pointer == thing
                        ? IdPlaces.In(o.Answer, parameter, item)
                        : NamedAlike(o.Answer, parameter)
                )
            )
            .Where(o => o.At is not null)
            .Select(o => New(item, parameter, o.Operation, RelationKind.Name) with { At = o.At })
            .FirstOrDefault();
    }

    private Relation? Listed(string item, string parameter) =>
        At("GET", ItemPath.CollectionOf(item)) is { } lister
        && ListedItem(lister) is { } listed
        && IdPlaces.In(listed, parameter, item) is { } at
            ? New(item, parameter, lister, RelationKind.List) with
            {
                At = at,
            }
            : null;

    private static string? NamedAlike(SchemaNode answer, string parameter) =>
        answer
            .Properties.Where(p => IdNames.AreAlike(p.Key, parameter) && !IdNames.AreAlike(parameter, "id"))
            .Select(p => JsonPointer.Append("", p.Key))
            .FirstOrDefault();

    // Whether the answer holds the id for all that is known: where its schema is open, only the answer itself shows it.
    private bool Gives(Operation producer, string parameter, string item, out string? at)
    {
        var answer = AnswerOf(producer);
        at = answer is null ? null : IdPlaces.In(answer, parameter, item);
        return at is not null
            || answer is null or { Properties.Count: 0 }
            || producer.Responses.Any(r => r.Headers.Any(h => IdNames.AreAlike(h.Name, "Location")));
    }

    private bool IsList(Operation operation) => ListedItem(operation) is not null;

    private SchemaNode? ListedItem(Operation operation) =>
        AnswerOf(operation) is not { } answer ? null
        : answer.Items is { } items ? items
        : answer.Properties.Select(p => p.Value.Items).FirstOrDefault(i => i is { Properties.Count: > 0 });

    private SchemaNode? AnswerOf(Operation operation) =>
        operation
            .Responses.Where(r => r.Status[0] == '2')
            .SelectMany(r => r.Contents.Where(c => MediaTypes.IsJson(c.Key)).Select(c => c.Value))
            .OfType<string>()
            .Select(Schema)
            .FirstOrDefault();

    // Of an answer that cannot be judged nothing is known.
    private SchemaNode? Schema(string pointer)
    {
        try
        {
            return library.At(pointer, Direction.Answer).Root;
        }
        catch (UnusableInputException)
        {
            return null;
        }
    }

    private Operation? At(string method, string path) =>
        operations.FirstOrDefault(o => o.Method == method && ItemPath.Plain(o.Path) == ItemPath.Plain(path));

    // Above the collection or beside it, so that what it needs itself is no more than the thing does.
    private static bool IsBeside(Operation producer, string item) =>
        producer.Template.Names.Count == 0
        || ItemPath.Plain(item).StartsWith(ItemPath.Plain(producer.Path) + "/", StringComparison.Ordinal);

    private static bool IsFor(StatedRelation said, List<Operation> consumers) =>
        said.Operation is null || consumers.Exists(c => c.Name == said.Operation);

    private static bool IsPlain(Operation operation, string name) =>
        operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == name)
            is { Style: ParameterStyle.Simple, ContentType: null };

    private static Relation New(string item, string parameter, Operation producer, RelationKind kind) =>
        new()
        {
            Item = item,
            Parameter = parameter,
            Producer = producer,
            Kind = kind,
        };
}
