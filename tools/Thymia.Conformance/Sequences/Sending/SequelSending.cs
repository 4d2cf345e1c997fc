using System.Collections.Concurrent;
using System.Numerics;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>After an accepted request sends what shows whether it did what it says.</summary>
internal sealed class SequelSending(SequencePlan plan, CreatedThings things, SequenceSender sender)
{
    // What costs more than reading once is done for the first cases of an operation.
    private const int MaxThorough = 8;

    // Each reads the collection to its end, unless the thing is found.
    private const int MaxSearchedDeletions = 3;

    private readonly ConcurrentDictionary<string, int> _thorough = new(StringComparer.Ordinal);
    private readonly ListSearch _search = new(plan, sender);

    /// <summary>What came of it; null where there is nothing to send.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<Sequel?> FollowAsync(BoundCase bound, Exchange exchange, CancellationToken cancellation)
    {
        if (exchange.Answer is not { IsSuccess: true } answer)
        {
            return null;
        }

        var isDeletion =
            bound.Case.Request.Method == "DELETE"
            && bound.Thing is { IsForeign: false }
            && bound.Relation?.Deleter?.Name == bound.Case.Operation.Name;
        if (isDeletion)
        {
            things.Delete(bound.Thing!);
        }

        if (bound.Case.Expectation is not Expectation.Accepted || answer.Status == 202)
        {
            return null;
        }

        return isDeletion ? await AfterDeletionAsync(bound, cancellation)
            : bound.Case.Request.Method == "POST" ? await AfterCreationAsync(exchange, cancellation)
            : bound is { Use: ThingUse.Changed, Relation: { } relation } && IsOfThing(bound.Case.Operation, relation)
                ? await AfterChangeAsync(bound, cancellation)
            : null;
    }

    private async Task<Sequel?> AfterCreationAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (things.Find(exchange) is not { } thing)
        {
            return null;
        }

        var relation = thing.Relation;
        var number = Number(relation.Producer);
        var isThorough = number <= MaxThorough;
        var location = CreatedValues.OfLocation(relation, exchange.Answer!);
        return new Sequel
        {
            Kind = SequelKind.Created,
            Path = thing.Path,
            Reader = relation.Reader,
            OtherLocation =
                location is null || location.SequenceEqual(thing.Values) || location.Any(plan.Reveals)
                    ? null
                    : ItemPath.Fill(relation.Item, location),
            Read = await sender.SendAsync(relation.Reader, thing, cancellation),
            ReadAgain = isThorough ? await sender.SendAsync(relation.Reader, thing, cancellation) : null,
            ReadByOther =
                isThorough && plan.HasOtherCaller && relation.Reader is { Credentials.Count: > 0 }
                    ? await sender.SendAsync(relation.Reader, thing, cancellation, KeyUse.Other)
                    : null,
            Listed = relation.Lister is null ? null : await ListedAsync(thing, number, cancellation),
        };
    }

    // Once there are more things than a page holds, all of them are looked for.
    private async Task<ListOutcome?> ListedAsync(CreatedThing thing, int number, CancellationToken cancellation) =>
        number >= MaxThorough && BitOperations.IsPow2(number)
            ? await _search.FindAsync([thing, .. things.Beside(thing)], cancellation)
        : number <= MaxThorough ? await _search.FindAsync([thing], cancellation)
        : null;

    private async Task<Sequel?> AfterChangeAsync(BoundCase bound, CancellationToken cancellation)
    {
        var (relation, thing) = (bound.Relation!, bound.Thing!);
        var isPut = bound.Case.Request.Method == "PUT";
        var read = await sender.SendAsync(relation.Reader, thing, cancellation);
        var repeated =
            isPut && IsThorough(bound.Case.Operation) ? await sender.SendAsync(bound.Case.Request, cancellation) : null;
        return new Sequel
        {
            Kind = isPut ? SequelKind.Replaced : SequelKind.Patched,
            Path = thing.Path,
            Reader = relation.Reader,
            Before = bound.Before,
            Read = read,
            Repeated = repeated,
            ReadAgain = repeated is null ? null : await sender.SendAsync(relation.Reader, thing, cancellation),
        };
    }

    private async Task<Sequel?> AfterDeletionAsync(BoundCase bound, CancellationToken cancellation)
    {
        var (relation, thing) = (bound.Relation!, bound.Thing!);
        var read = await sender.SendAsync(relation.Reader, thing, cancellation);
        var number = Number(bound.Case.Operation);
        return new Sequel
        {
            Kind = SequelKind.Deleted,
            Path = thing.Path,
            Reader = relation.Reader,
            Read = read,
            Repeated = number <= MaxThorough ? await sender.SendAsync(bound.Case.Request, cancellation) : null,
            Listed =
                number <= MaxSearchedDeletions && relation.Lister is not null
                    ? await _search.FindDeletedAsync(thing, cancellation)
                    : null,
        };
    }

    private bool IsThorough(Operation operation) => Number(operation) <= MaxThorough;

    // How many cases of the operation were looked at so far, this one included.
    private int Number(Operation operation) => _thorough.AddOrUpdate(operation.Name, 1, (_, n) => n + 1);

    private static bool IsOfThing(Operation operation, Relation relation) =>
        operation.Method is "PUT" or "PATCH" && ItemPath.Plain(operation.Path) == ItemPath.Plain(relation.Item);
}
