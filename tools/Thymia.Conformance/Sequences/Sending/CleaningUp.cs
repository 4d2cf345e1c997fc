using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Deletes what a run has created, by the description's own DELETE: what was created last first.</summary>
internal sealed class CleaningUp(CreatedThings things, SequenceSender sender)
{
    /// <summary>Deletes what is left; what stays all the same, and why.</summary>
    /// <param name="reason">Why nothing is deleted any more, as a clause; null where it is.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<IReadOnlyList<LeftThing>> RunAsync(string? reason, CancellationToken cancellation)
    {
        var left = new List<LeftThing>();
        foreach (var thing in things.Remaining)
        {
            var problem = thing.IsDeleted ? null : reason ?? await DeleteAsync(thing, cancellation);
            if (problem is not null)
            {
                left.Add(new LeftThing(thing.Producer, thing.Path, problem));
            }
        }

        return
        [
            .. left,
            .. things.Perhaps.Select(p => new LeftThing(
                p,
                null,
                "perhaps created: no answer gave an id that can be used"
            )),
        ];
    }

    private async Task<string?> DeleteAsync(CreatedThing thing, CancellationToken cancellation)
    {
        if (thing.Relation.Deleter is not { } deleter)
        {
            return $"the description has no DELETE {thing.Item}";
        }

        var exchange = await sender.SendAsync(deleter, thing, cancellation);
        if (exchange?.Answer is { IsSuccess: true } or { Status: 404 or 410 })
        {
            things.Delete(thing);
            return null;
        }

        return exchange switch
        {
            null => $"{deleter.Name} cannot be sent",
            { Answer: { } answer } => $"{deleter.Name} was refused with status {answer.Status}",
            _ => $"{deleter.Name} got no answer: {exchange.Failure}",
        };
    }
}
