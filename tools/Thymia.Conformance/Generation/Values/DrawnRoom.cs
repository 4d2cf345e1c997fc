namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// How many values a payload has at most that may be left out: schemas that hold themselves in several places would
/// otherwise give payloads without measure.
/// </summary>
internal sealed class DrawnRoom
{
    private const int MaxValues = 4_000;

    private int _drawn;

    public bool IsLeft => _drawn < MaxValues;

    public void Take() => _drawn++;
}
