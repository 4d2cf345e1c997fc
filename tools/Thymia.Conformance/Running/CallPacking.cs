using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running;

/// <summary>
/// Which requests carry many edges at once, so that a limit of calls reaches further. Without a limit, or where the
/// limit is enough for every edge by itself, none does.
/// </summary>
internal sealed class CallPacking(ConformanceOptions options, Seed seed, Func<TestCase, string?> objection)
{
    // One in so many of the calls is kept to find out why a packed request fails.
    private const int ShareForTakingApart = 10;

    private readonly SendingGate _gate = new(
        new ReplayOptions
        {
            BaseUrl = options.BaseUrl ?? new Uri("http://127.0.0.1"),
            AllowPhoneNumbers = options.AllowPhoneNumbers,
            AllowChanges = options.AllowChanges,
            KeepsWhatIsThere = options.BaseUrl is not null,
        }
    );

    /// <summary>The requests of a run, or of a part of it.</summary>
    /// <param name="shard">The part; null for the whole.</param>
    /// <param name="further">How many calls more than configured.</param>
    public IReadOnlyList<PackedRow> Of(
        IReadOnlyList<CaseGenerator> generators,
        Shard? shard,
        Func<CasePlan, bool> isChosen,
        int further = 0
    )
    {
        var limit = options.PackedFor ?? Politeness.CallsOf(options with { Shard = shard });
        if (limit == int.MaxValue)
        {
            return [];
        }

        bool IsOfPart(CasePlan plan) => shard?.Holds(plan.Id) != false;

        List<CaseGenerator> creating = [.. generators.Where(g => !Methods.IsSafe(g.Operation.Method))];
        var room = RoomOf(limit + further);
        if (creating.Sum(g => g.Enumerated.Count(p => p.IsValid && IsOfPart(p) && isChosen(p))) <= room)
        {
            return [];
        }

        // Whatever is chosen, a packed request is the same.
        var rows = Packer.Pack(creating, room, seed, plan => IsOfPart(plan) && MayBeSent(plan));
        return [.. rows.Where(r => r.Edges.Any(isChosen))];
    }

    private static int RoomOf(int limit)
    {
        var valid = limit - CallBudget.KeptForWrong(limit);
        return valid - (valid / ShareForTakingApart);
    }

    // What cannot go out by itself would keep everything else in its request from going.
    private bool MayBeSent(CasePlan plan) =>
        plan.Make() is var testCase && _gate.ReasonToWithhold(testCase.Request) is null && objection(testCase) is null;
}
