namespace Thymia.Conformance.Replay;

/// <summary>
/// Keeps a run from creating more calls than it may. Whoever is about to send a valid request takes a place, and gives
/// it back where no call can have come of it; so however many are under way at once, the limit holds.
/// </summary>
internal sealed class CallBudget(int most)
{
    private readonly Lock _places = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private int _created;
    private int _taken;

    /// <summary>
    /// A place; false where there will be none any more. Waits while the last places are taken and may yet come back.
    /// </summary>
    public Task<bool> TakeAsync(CancellationToken cancellation)
    {
        lock (_places)
        {
            if (_created >= most)
            {
                return Task.FromResult(false);
            }

            if (_created + _taken < most)
            {
                _taken++;
                return Task.FromResult(true);
            }

            var place = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(place);
            return place.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Gives a place back, or leaves it taken for good.</summary>
    /// <param name="created">Whether a call was created, or may have been.</param>
    public void Return(bool created)
    {
        lock (_places)
        {
            _taken--;
            _created += created ? 1 : 0;
            Serve();
        }
    }

    /// <summary>Calls that were created without a place: by requests that should have been refused.</summary>
    public void Add(int created)
    {
        if (created == 0)
        {
            return;
        }

        lock (_places)
        {
            _created += created;
            Serve();
        }
    }

    private void Serve()
    {
        while (_waiting.Count > 0 && (_created >= most || _created + _taken < most))
        {
            var isThere = _created < most;
            _taken += isThere ? 1 : 0;
            _waiting.Dequeue().SetResult(isThere);
        }
    }
}
