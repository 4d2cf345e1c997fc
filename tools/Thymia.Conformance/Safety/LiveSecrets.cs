using System.Collections;

namespace Thymia.Conformance.Safety;

/// <summary>What is to be found of secrets, those included that are fetched after this was made.</summary>
/// <param name="find">What is to be found of all that are known.</param>
internal sealed class LiveSecrets(KnownSecrets known, Func<IEnumerable<string>, IReadOnlyList<Secret>> find)
    : IReadOnlyList<Secret>
{
    private (int Count, IReadOnlyList<Secret> Secrets) _last = (-1, []);

    public int Count => Now.Count;

    public Secret this[int index] => Now[index];

    private IReadOnlyList<Secret> Now
    {
        get
        {
            lock (find)
            {
                if (_last.Count != known.Count)
                {
                    _last = (known.Count, find(known));
                }

                return _last.Secrets;
            }
        }
    }

    public IEnumerator<Secret> GetEnumerator() => Now.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
