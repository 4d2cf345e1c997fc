using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>One thing that is wrong with a request: a fault at a place.</summary>
/// <param name="Input">What was found there, for the vocabulary that repeats it; null for the others.</param>
internal sealed record Problem(Place Place, Fault Fault, ReadOnlyMemory<byte>? Input = null)
{
    /// <summary>The value that the input was written from; absent where it was not one.</summary>
    public JsonValue Found { get; init; }

    /// <summary>Whether this is that kind of fault at that dotted path of the body.</summary>
    public bool Is(string path, FaultKind kind) => Fault.Kind == kind && Place.Path == path;
}
