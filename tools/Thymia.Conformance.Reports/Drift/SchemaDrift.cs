using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>Compares two schemas place by place.</summary>
internal sealed class SchemaDrift(ApiDescription old, ApiDescription now, SchemaSide side)
{
    // The pairs of schemas on the way to the place at hand: a cycle ends where one comes again.
    private readonly HashSet<(string Old, string New)> _underway = [];

    /// <param name="where">What the schemas govern: <c>POST /v1/calls, request body</c>.</param>
    public IEnumerable<ContractChange> Between(SchemaNode before, SchemaNode after, string where) =>
        At(before, after, where, "");

    private ContractChange[] At(SchemaNode before, SchemaNode after, string where, string place)
    {
        var pair = (before.Pointer, after.Pointer);
        if (!_underway.Add(pair))
        {
            return [];
        }

        ContractChange[] changes = [.. Here(before, after, where, place), .. Below(before, after, where, place)];
        _underway.Remove(pair);
        return changes;
    }

    private IEnumerable<ContractChange> Here(SchemaNode before, SchemaNode after, string where, string place)
    {
        foreach (var (keyword, narrowed, what) in KeywordChanges.Between(before, after))
        {
            foreach (
                var broken in narrowed is { } known ? [WhoBreaks(known)] : new[] { WhoBreaks(true), WhoBreaks(false) }
            )
            {
                yield return Change(
                    broken,
                    where,
                    place,
                    what,
                    before.PointerOf(keyword),
                    after.PointerOf(keyword),
                    keyword
                );
            }
        }

        foreach (var change in Required(before, after, where, place))
        {
            yield return change;
        }
    }

    private IEnumerable<ContractChange> Below(SchemaNode before, SchemaNode after, string where, string place) =>
        [
            .. Properties(before, after, where, place),
            .. Children(before, after).SelectMany(c => At(c.Old, c.New, where, JsonPointer.Append(place, c.Step))),
            .. Branches(before, after, where, place),
        ];

    private Broken WhoBreaks(bool narrowed) => narrowed ? side.Narrowed() : side.Widened();

    private IEnumerable<ContractChange> Required(SchemaNode before, SchemaNode after, string where, string place)
    {
        foreach (var name in after.Required.Except(before.Required))
        {
            yield return Change(
                side.Narrowed(),
                where,
                JsonPointer.Append(place, name),
                "required now",
                before.Pointer,
                after.PointerOf("required"),
                "required"
            );
        }

        foreach (var name in before.Required.Except(after.Required))
        {
            yield return Change(
                side.Widened(),
                where,
                JsonPointer.Append(place, name),
                "no longer required",
                before.PointerOf("required"),
                after.Pointer,
                "required"
            );
        }
    }

    private IEnumerable<ContractChange> Properties(SchemaNode before, SchemaNode after, string where, string place)
    {
        var old = before.Properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var (name, node) in after.Properties)
        {
            var at = JsonPointer.Append(place, name);
            if (old.Remove(name, out var known))
            {
                foreach (var change in At(known, node, where, at))
                {
                    yield return change;
                }
            }
            else
            {
                yield return Change(
                    side == SchemaSide.Request ? Broken.Providers : Broken.Nobody,
                    where,
                    at,
                    "property added",
                    null,
                    node.Pointer,
                    null
                );
            }
        }

        foreach (var (name, node) in old)
        {
            yield return Change(
                Broken.Consumers,
                where,
                JsonPointer.Append(place, name),
                "property removed",
                node.Pointer,
                null,
                null
            );
        }
    }

    private static IEnumerable<(SchemaNode Old, SchemaNode New, string Step)> Children(
        SchemaNode before,
        SchemaNode after
    )
    {
        if (before.Items is { } items && after.Items is { } newItems)
        {
            yield return (items, newItems, "*");
        }

        if (before.AdditionalProperties is { } further && after.AdditionalProperties is { } newFurther)
        {
            yield return (further, newFurther, "*");
        }
    }

    private IEnumerable<ContractChange> Branches(SchemaNode before, SchemaNode after, string where, string place)
    {
        foreach (
            var (keyword, one, other) in new[]
            {
                ("oneOf", before.OneOf, after.OneOf),
                ("anyOf", before.AnyOf, after.AnyOf),
            }
        )
        {
            var branches = new BranchPairs(old.Document, now.Document, one, other);
            foreach (var change in branches.Pairs.SelectMany(b => At(b.Old, b.New, where, place)))
            {
                yield return change;
            }

            foreach (
                var change in Added(keyword, branches, one.Count == 0, where, place)
                    .Concat(Removed(keyword, branches, other.Count == 0, where, place))
            )
            {
                yield return change;
            }
        }
    }

    // The first branches of all narrow what was free before; one more widens it.
    private IEnumerable<ContractChange> Added(
        string keyword,
        BranchPairs branches,
        bool isNew,
        string where,
        string place
    ) =>
        branches.Come.Select(b =>
            Change(WhoBreaks(isNew), where, place, $"branch {b.Name} of {keyword} added", null, b.Branch.Pointer, null)
        );

    private IEnumerable<ContractChange> Removed(
        string keyword,
        BranchPairs branches,
        bool wasLast,
        string where,
        string place
    ) =>
        branches.Gone.Select(b =>
            Change(
                WhoBreaks(!wasLast),
                where,
                place,
                $"branch {b.Name} of {keyword} removed",
                b.Branch.Pointer,
                null,
                null
            )
        );

    private ContractChange Change(
        Broken breaks,
        string where,
        string place,
        string what,
        string? oldPointer,
        string? newPointer,
        string? keyword
    )
    {
        string Stated(string pointer) => keyword is null ? pointer : JsonPointer.Append(pointer, keyword);
        return new ContractChange(breaks, place.Length == 0 ? where : $"{where} at {place}", what)
        {
            OldLine = oldPointer is { } before ? old.LineOf(Stated(before)) : null,
            OldFile = oldPointer is { } was ? old.SourceOf(Stated(was)) : null,
            NewLine = newPointer is { } after ? now.LineOf(Stated(after)) : null,
            NewFile = newPointer is { } @is ? now.SourceOf(Stated(@is)) : null,
        };
    }
}
