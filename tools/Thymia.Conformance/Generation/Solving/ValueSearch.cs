using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>A value to start from; that it is JSON null differs from that there is none.</summary>
internal readonly record struct Draft(bool IsGiven, JsonNode? Value)
{
    public static Draft Of(JsonNode? value) => new(true, value);

    /// <summary>The member of that name.</summary>
    public Draft Below(string name) =>
        Value is JsonObject map && map.TryGetPropertyValue(name, out var member) ? Of(member) : default;

    public Draft At(int index) => Value is JsonArray list && index < list.Count ? Of(list[index]) : default;
}

/// <summary>What is wanted of a value, and how much may be tried to find it.</summary>
internal sealed class ValueSearch(Draw draw)
{
    private const int MaxSteps = 3_000;

    private int _steps;

    /// <summary>What is kept where it fits.</summary>
    public Draft Draft { get; init; }

    /// <summary>Places that the value must have, by JSON Pointer.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What must stand at a place.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Pins { get; init; } = ReadOnlyDictionary<string, JsonNode?>.Empty;

    /// <summary>How many items the list at a place is to have.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>More bytes than these are no value worth sending.</summary>
    public int MaxBytes { get; init; } = Payloads.MaxBytes;

    public CancellationToken Cancellation { get; init; }

    public Draw Draw => draw;

    public bool IsSpent => _steps >= MaxSteps;

    /// <summary>False where enough has been tried.</summary>
    public bool Spend()
    {
        Cancellation.ThrowIfCancellationRequested();
        return ++_steps < MaxSteps;
    }

    public int Rotation(string pointer) => draw.Index(pointer, 1 << 16, "rotation");

    /// <summary>The names that lead from a place to those that must be there.</summary>
    public IEnumerable<string> StepsFrom(string pointer) =>
        Places
            .Concat(Pins.Keys)
            .Where(p => p.StartsWith(pointer + "/", StringComparison.Ordinal))
            .Select(p => OpenApi.JsonPointer.Segments(p[pointer.Length..])[0])
            .Distinct();

    /// <summary>Whether a place leads to one that must be there.</summary>
    public bool IsOnTheWay(string pointer) =>
        Places.Concat(Pins.Keys).Any(p => p == pointer || p.StartsWith(pointer + "/", StringComparison.Ordinal));
}
