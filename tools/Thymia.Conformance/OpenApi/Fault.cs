using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Something in a description that is not as OpenAPI has it.</summary>
/// <param name="Pointer">JSON Pointer of the place in the document as written.</param>
/// <param name="Code">Stable kebab-case name of the kind.</param>
/// <param name="Problem">What is wrong, as a sentence without its full stop.</param>
/// <param name="Hint">What to do about it, as an imperative.</param>
internal sealed record Fault(string Pointer, string Code, string Problem, string Hint)
{
    /// <summary>File and line, where that is another place than the pointer's.</summary>
    public string? Location { get; init; }

    /// <summary>The same for a user, with the line of the place.</summary>
    public UnusableInputException At(PlaceMap places) => new(Code, Problem, Location ?? places.At(Pointer), Hint);
}
