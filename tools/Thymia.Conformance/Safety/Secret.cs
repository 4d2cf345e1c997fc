namespace Thymia.Conformance.Safety;

/// <summary>
/// Something that no answer may repeat and no report may show, found however it is written: see <see cref="Secrets"/>.
/// </summary>
public abstract class Secret
{
    private protected Secret(string mask) => Mask = mask;

    /// <summary>What stands in its place.</summary>
    public string Mask { get; }

    /// <summary>Characters of the shortest text in which it can stand, escapes undone.</summary>
    internal abstract int Shortest { get; }

    /// <summary>Where it stands in a text, whose escapes are undone elsewhere.</summary>
    internal abstract IEnumerable<(int Start, int Length)> In(string text);
}
