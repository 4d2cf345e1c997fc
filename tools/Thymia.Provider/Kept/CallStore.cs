namespace Thymia.Provider.Kept;

/// <summary>The calls that a provider keeps, in the order of their creation; the oldest give way to too many.</summary>
internal sealed class CallStore
{
    private const int MaxCalls = 10_000;

    private readonly List<KeptCall> _calls = [];

    public IReadOnlyList<KeptCall> All => _calls;

    public void Add(KeptCall call)
    {
        if (_calls.Count == MaxCalls)
        {
            _calls.RemoveAt(0);
        }

        _calls.Add(call);
    }

    public KeptCall? Find(string id) => _calls.Find(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase));

    public void Clear() => _calls.Clear();

    public void Remove(KeptCall call) => _calls.Remove(call);
}
