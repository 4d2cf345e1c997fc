namespace Thymia.Conformance.Replay;

/// <summary>
/// Keeps a command from creating more than it may. Whoever is about to send what may create something takes a place,
/// and gives it back where nothing can have come of it; so however many are under way at once, the limit holds. A part
/// of it is kept for requests that are wrong and turn out to be accepted all the same.
/// </summary>
internal sealed class CallBudget(int max)
{
    // One in so many of the calls is kept for what should have been refused.
    private const int ReservedShare = 5;

    private readonly Lock _places = new();
    private readonly List<(Stake Stake, TaskCompletionSource<Permit> Place)> _waiting = [];
    private readonly Dictionary<string, bool> _refusedAlways = new(StringComparer.Ordinal);
    private readonly int _reserved = KeptForWrong(max);
    private int _created;
    private int _createdByWrong;
    private int _taken;

    /// <summary>How many of so many calls are kept for requests that are wrong and accepted all the same.</summary>
    public static int KeptForWrong(int max) => max is int.MaxValue or < 2 ? 0 : Math.Max(1, max / ReservedShare);

    public bool IsLimited => max < int.MaxValue;

    /// <summary>How many were created, or may have been.</summary>
    public int Created
    {
        get
        {
            lock (_places)
            {
                return _created;
            }
        }
    }

    // What is kept back from requests that are meant to succeed.
    private int KeptBack => Math.Max(0, _reserved - _createdByWrong);

    /// <summary>
    /// A permit; a denial where there will be no place any more. Waits while the last places are taken and may yet come
    /// back.
    /// </summary>
    public Task<Permit> TakeAsync(Stake stake, CancellationToken cancellation)
    {
        lock (_places)
        {
            if (Decide(stake) is { } decided)
            {
                return Task.FromResult(decided);
            }

            var place = new TaskCompletionSource<Permit>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((stake, place));
            return place.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Says what came of a request that had a permit.</summary>
    /// <param name="created">Whether something was created, or may have been.</param>
    /// <param name="refused">Whether the provider refused it for sure.</param>
    public void Return(Permit permit, Stake stake, bool created, bool refused)
    {
        lock (_places)
        {
            _taken -= permit == Permit.Place ? 1 : 0;
            _created += created ? 1 : 0;
            _createdByWrong += created && !stake.IsMeantToSucceed ? 1 : 0;
            Learn(stake, created, refused);
            Serve();
        }
    }

    private void Learn(Stake stake, bool created, bool refused)
    {
        if (stake.Kind is { } kind && (created || refused))
        {
            _refusedAlways[kind] = refused && _refusedAlways.GetValueOrDefault(kind, true);
        }
    }

    // Null where it depends on what becomes of others.
    private Permit? Decide(Stake stake)
    {
        if (!IsLimited || IsKnownToBeRefused(stake))
        {
            return Permit.Free;
        }

        var limit = max - (stake.IsMeantToSucceed ? KeptBack : 0);
        if (stake.IsSureToBeAccepted || _created >= limit)
        {
            return Permit.Denied;
        }

        if (_created + _taken >= limit)
        {
            return null;
        }

        _taken++;
        return Permit.Place;
    }

    private bool IsKnownToBeRefused(Stake stake) =>
        !stake.IsMeantToSucceed && stake.Kind is { } kind && _refusedAlways.GetValueOrDefault(kind);

    private void Serve()
    {
        for (var i = 0; i < _waiting.Count; )
        {
            var (stake, place) = _waiting[i];
            if (place.Task.IsCompleted || Decide(stake) is { } decided && place.TrySetResult(decided))
            {
                _waiting.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
    }
}

/// <summary>Whether a request that may create something may go.</summary>
internal enum Permit
{
    Denied,

    /// <summary>It takes one of the places until it is known what came of it.</summary>
    Place,

    /// <summary>It takes none: there is no limit, or its like has been refused and never accepted.</summary>
    Free,
}
