using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Formats.Patterns;

/// <summary>The capturing groups of a pattern and the references to them, which may come before the group.</summary>
internal sealed class EcmaGroups
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referredNames = new(StringComparer.Ordinal);
    private int _captures;
    private int _highestReference;

    public bool AreReferencesResolved => _highestReference <= _captures && _referredNames.IsSubsetOf(_names);

    public void CountCapture() => _captures++;

    /// <summary>False where another group has the name already.</summary>
    public bool TryName(string name) => _names.Add(name);

    public void Refer(string name) => _referredNames.Add(name);

    /// <summary>Notes a reference by number; one of more than nine digits is beyond any pattern's groups.</summary>
    public void Refer(ReadOnlySpan<char> number) =>
        _highestReference = Math.Max(_highestReference, number.Length > 9 ? int.MaxValue : AsciiDigits.Read(number));
}
