using System.Collections.ObjectModel;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// How a payload is put together: from which randomness, with which optional properties and branches.
/// </summary>
internal sealed record Recipe
{
    public required Draw Draw { get; init; }

    /// <summary>
    /// Places the payload must have, by concrete pointer: all optional properties on the way to them are there.
    /// </summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>
    /// Whether any other optional property is there, as far as the greatest number of properties allows.
    /// </summary>
    public Func<string, bool> Includes { get; init; } = _ => false;

    /// <summary>
    /// Whether a flag that has the provider delete what it stores may be left out; otherwise it is there and on unless
    /// the payload is about it.
    /// </summary>
    public bool MayKeepData { get; init; }

    /// <summary>
    /// Whether a phone number that can be left out may be there although the payload is not about it.
    /// </summary>
    public bool MayDial { get; init; }

    /// <summary>Values that are fixed in advance, by pointer.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Fixed { get; init; } = ReadOnlyDictionary<string, JsonNode?>.Empty;

    /// <summary>
    /// Which branch of <c>oneOf</c> or <c>anyOf</c> is taken at a pointer; drawn where it does not say.
    /// </summary>
    public IReadOnlyDictionary<string, int> Branches { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>Items of the array at a pointer; drawn where it does not say.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>How many values may still be drawn before what can be left out is left out.</summary>
    public DrawnRoom Room { get; init; } = new();

    /// <summary>True where the payload would miss one of its places without the property at a pointer.</summary>
    public bool Needs(string pointer)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            var place = Places[i];
            if (
                place.StartsWith(pointer, StringComparison.Ordinal)
                && (place.Length == pointer.Length || place[pointer.Length] == '/')
            )
            {
                return true;
            }
        }

        return false;
    }
}
