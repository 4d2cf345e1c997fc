using System.Collections;

namespace Thymia.Conformance.Safety;

/// <summary>Secrets that are configured, and those that are fetched, whenever that is.</summary>
internal sealed class KnownSecrets(IReadOnlyList<string> configured, FetchedSecrets fetched)
    : IReadOnlyCollection<string>
{
    public int Count => configured.Count + fetched.All.Count;

    public IEnumerator<string> GetEnumerator() => configured.Concat(fetched.All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
