using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Looks for a thing in its collection, page by page.</summary>
internal sealed class ListSearch(SequencePlan plan, SequenceSender sender)
{
    private const int MaxPages = 50;

    // What others delete meanwhile moves things from a page not read yet to one that was.
    private const int MaxWalks = 3;

    /// <summary>Whether the collection lists all of these things; null where it cannot be read.</summary>
    public async Task<ListOutcome?> FindAsync(IReadOnlyList<CreatedThing> wanted, CancellationToken cancellation)
    {
        ListOutcome? outcome = null;
        var missing = wanted.ToList();
        for (var i = 0; i < MaxWalks && missing.Count > 0; i++)
        {
            outcome = await WalkAsync(missing, wanted.Count > 1, cancellation);

            // What another case deletes meanwhile is rightly missing.
            missing.RemoveAll(m => m.IsDeleted);
            if (outcome is not { IsWhole: true })
            {
                break;
            }
        }

        return outcome is null || missing.Count == 0
            ? outcome is null
                ? null
                : outcome with
                {
                    Missing = null,
                }
            : outcome with
            {
                Missing = missing[0].Path,
            };
    }

    /// <summary>Whether the collection still lists a thing that was deleted; null where it cannot be read.</summary>
    public async Task<ListOutcome?> FindDeletedAsync(CreatedThing deleted, CancellationToken cancellation)
    {
        List<CreatedThing> missing = [deleted];
        return await WalkAsync(missing, isInSmallPages: false, cancellation) is { } outcome
            ? outcome with
            {
                Missing = missing.Count == 0 ? null : deleted.Path,
            }
            : null;
    }

    // Takes what it finds out of those that are missing, and stops where none is.
    private async Task<ListOutcome?> WalkAsync(
        List<CreatedThing> missing,
        bool isInSmallPages,
        CancellationToken cancellation
    )
    {
        var relation = missing[0].Relation;
        var lister = relation.Lister!;
        var next =
            plan.Requests.Make(lister, 0, isWhole: false) is { } ordinary
            && PathBinding.To(missing[0], ordinary, lister, outermost: true) is { } request
                ? Paging.First(request, lister, plan.Library, isInSmallPages)
                : null;
        if (next is null)
        {
            return null;
        }

        for (var pages = 1; ; pages++)
        {
            if (await PageAsync(next, cancellation) is not { } answer)
            {
                return null;
            }

            using var body = JsonText.Parse(answer.Body);
            if (body.Root is not { } root)
            {
                return null;
            }

            var items = ListedItems.In(root);
            missing.RemoveAll(m => ListedItems.Hold(items, relation, m.Values[^1]));
            next = missing.Count == 0 ? null : Paging.Next(next, lister, answer, root, items.Count);
            if (next is not null && plan.Reveals(next.Target))
            {
                return null;
            }

            if (next is null || pages == MaxPages)
            {
                return new ListOutcome(lister, pages, IsWhole: next is null);
            }
        }
    }

    private async Task<Answer?> PageAsync(CaseRequest request, CancellationToken cancellation) =>
        await sender.SendAsync(request, cancellation) is { Answer: { Status: 200 } answer } ? answer : null;
}
