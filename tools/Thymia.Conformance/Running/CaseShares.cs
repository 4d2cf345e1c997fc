namespace Thymia.Conformance.Running;

/// <summary>
/// How many cases each operation of a run may have. Where nobody said, those of one operation are bounded, and those of
/// all of them: a description of hundreds of operations would otherwise have more cases than anybody waits for.
/// </summary>
/// <param name="stated">What the user said for each operation; null where nothing.</param>
/// <param name="operations">How many operations take their share.</param>
internal sealed class CaseShares(int? stated, int operations)
{
    /// <summary>For one operation, where nobody said.</summary>
    public const int MaxOfOne = 2_000;

    /// <summary>For all operations of a run together, where nobody said.</summary>
    public const int MaxOfAll = 12_000;

    // However many operations there are, each is tested.
    private const int MinOfOne = 60;

    // A case of a body with a thousand places takes as long as a hundred cases of a small one.
    private const int MaxPlaces = 200_000;

    private int _operations = operations;
    private int _left = MaxOfAll;

    /// <summary>The share of the next operation.</summary>
    /// <param name="places">How many places its body has.</param>
    public int Next(int places) =>
        stated
        ?? Math.Clamp(Math.Min(_left / Math.Max(1, _operations), MaxPlaces / Math.Max(1, places)), MinOfOne, MaxOfOne);

    /// <summary>Takes note of how many of its share the operation needs.</summary>
    public void Take(int cases)
    {
        _left = Math.Max(0, _left - cases);
        _operations--;
    }
}
