using Thymia.Conformance.Text;

namespace Thymia.Conformance.Schemas.Patterns;

/// <summary>The capturing groups of a pattern and the references to them, which may come before the group.</summary>
internal sealed class EcmaGroups
{
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referredNames = new(StringComparer.Ordinal);
    private int _captures;
    private int _highestReference;

    public bool AreReferencesResolved => _highestReference <= _captures && _referredNames.All(_names.ContainsKey);

    /// <summary>The number of the group that opens here, from 1.</summary>
    public int CountCapture() => ++_captures;

    /// <summary>False where another group has the name already.</summary>
    public bool TryName(string name, int number) => _names.TryAdd(name, number);

    /// <summary>A reference by name, whose group may still be to come.</summary>
    public PatternNode Refer(string name)
    {
        _referredNames.Add(name);
        return new PatternNode.Reference(() => _names[name]);
    }

    /// <summary>Notes a reference by number; one of more than nine digits is beyond any pattern's groups.</summary>
    public PatternNode Refer(ReadOnlySpan<char> number)
    {
        var group = number.Length > 9 ? int.MaxValue : AsciiDigits.Read(number);
        _highestReference = Math.Max(_highestReference, group);
        return new PatternNode.Reference(() => group);
    }
}
