using System.Collections.Immutable;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>A place whose value is looked for.</summary>
/// <param name="Demands">What must hold for it.</param>
/// <param name="Pointer">Where it stands in the payload.</param>
/// <param name="Draft">What stood there before.</param>
internal sealed record SolvedPlace(ValueSearch Search, IReadOnlyList<Demand> Demands, string Pointer, Draft Draft)
{
    /// <summary>The keys of the places above, this one included once ways are tried.</summary>
    public ImmutableHashSet<string> Above { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Values that the place must not have, as JSON: equal items where all must differ.</summary>
    public ImmutableHashSet<string> Avoided { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>What is demanded, whatever the order.</summary>
    public string Key =>
        field ??= string.Join(' ', Demands.Select(d => d.Key).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The schema to blame where nothing fits; empty where any value would.</summary>
    public string Blamed => Demands is [var first, ..] ? first.Part.Pointer : "";

    /// <summary>Whether a place above demands the same, and this one is not wanted for itself.</summary>
    public bool IsRepeated => Demands.Count > 0 && Above.Contains(Key) && !Search.IsOnTheWay(Pointer);

    public SolvedPlace Below(string name, IReadOnlyList<Demand> demands) =>
        new(Search, demands, JsonPointer.Append(Pointer, name), Draft.Below(name)) { Above = Above };

    public SolvedPlace At(int index, IReadOnlyList<Demand> demands) =>
        new(Search, demands, $"{Pointer}/{index}", Draft.At(index)) { Above = Above };
}
