using System.Collections.Immutable;

namespace Thymia.Conformance.Safety;

/// <summary>Secrets that come into being while a run goes on, such as tokens; none is ever forgotten.</summary>
public sealed class FetchedSecrets
{
    private ImmutableList<string> _all = [];

    /// <summary>Those so far, in the order in which they came.</summary>
    public IReadOnlyList<string> All => _all;

    public void Add(string secret) =>
        ImmutableInterlocked.Update(ref _all, all => all.Contains(secret) ? all : all.Add(secret));
}
