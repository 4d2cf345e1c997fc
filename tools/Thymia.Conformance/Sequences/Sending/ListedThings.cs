using System.Collections.Concurrent;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>
/// Things that are there already, as a list shows them, for cases that read alone and for which none is created.
/// </summary>
internal sealed class ListedThings(SequencePlan plan, SequenceSender sender)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<CreatedThing?>>> _found = new(StringComparer.Ordinal);

    /// <summary>The case with an id that a list shows; null where none does, or the case does not only read.</summary>
    public async Task<BoundCase?> BindAsync(TestCase testCase, ThingUse use, CancellationToken cancellation)
    {
        if (
            use != ThingUse.Read
            || testCase.Expectation is not Expectation.Accepted
            || plan.Relations.Of(testCase.Operation, creates: false) is not [.., var relation]
        )
        {
            return null;
        }

        var finding = _found.GetOrAdd(relation.Item, _ => new(() => FindAsync(relation, cancellation)));
        return
            await finding.Value is { } thing
            && PathBinding.Unfit(thing, testCase.Operation, plan.Library) is null
            && PathBinding.To(thing, testCase.Request, testCase.Operation) is { } request
            ? new BoundCase(testCase with { Request = request })
            : null;
    }

    private async Task<CreatedThing?> FindAsync(Relation relation, CancellationToken cancellation)
    {
        if (
            relation.Producer.Template.Names.Count > 0
            || plan.Requests.Make(relation.Producer, 0, isWhole: false) is not { } request
            || await sender.SendAsync(request, cancellation) is not { Answer: { IsSuccess: true } answer }
        )
        {
            return null;
        }

        using var body = JsonText.Parse(answer.Body);
        return
            body.Root is { } root
            && ListedItems.In(root) is [var first, ..]
            && IdOf(first, relation) is { } id
            && !plan.Reveals(id)
            ? new CreatedThing(relation, [id], 0) { IsForeign = true }
            : null;
    }

    private static string? IdOf(JsonElement item, Relation relation) =>
        IdPlaces.In(item, relation.Parameter, relation.Item) is { } at ? IdPlaces.Read(item, at) : null;
}
