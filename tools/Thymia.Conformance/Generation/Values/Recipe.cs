namespace Thymia.Conformance.Generation.Values;

/// <summary>How a payload is put together: from which randomness, with which optional properties and branches.</summary>
internal sealed record Recipe
{
    public required Draw Draw { get; init; }

    /// <summary>Whether the optional property at a pointer is there.</summary>
    public Func<string, bool> Includes { get; init; } = _ => false;

    /// <summary>Values that are fixed in advance, by pointer.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.Nodes.JsonNode?> Fixed { get; init; } =
        new Dictionary<string, System.Text.Json.Nodes.JsonNode?>();

    /// <summary>Which branch of <c>oneOf</c> or <c>anyOf</c> is taken at a pointer; drawn where it does not say.</summary>
    public IReadOnlyDictionary<string, int> Branches { get; init; } = new Dictionary<string, int>();

    /// <summary>Items of the array at a pointer; drawn where it does not say.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    /// <summary>Only what is required, and what lies on the way to the given places.</summary>
    public static Func<string, bool> OnTheWayTo(params IReadOnlyCollection<string> places) => pointer =>
        places.Any(p => p == pointer || p.StartsWith(pointer + "/", StringComparison.Ordinal));
}
