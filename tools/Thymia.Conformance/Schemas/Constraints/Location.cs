using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Constraints;

/// <summary>A place in a request: a part of it and, within, a JSON Pointer.</summary>
/// <param name="Part"><c>body</c>, <c>header</c>, <c>query</c> or <c>path</c>; <c>request</c>
/// for the request as a whole.</param>
/// <param name="Pointer">For the body the instance location, empty for the whole; for a
/// parameter <c>/name</c> and onwards.</param>
public sealed record Location(string Part, string Pointer)
{
    // Both are asked for with every case about the place.
    private IReadOnlyList<string>? _path;
    private string? _display;

    // A changed copy works them out anew.
    private Location(Location other) => (Part, Pointer) = (other.Part, other.Pointer);

    /// <summary>The whole body.</summary>
    public static Location Body { get; } = new("body", "");

    public static Location At(string bodyPointer) => new("body", bodyPointer);

    public static Location Header(string name) => new("header", JsonPointer.Append("", name));

    /// <summary>
    /// How a validation error's <c>loc</c> names it: <c>["body", "user", "birthSex"]</c>; indexes are digits here.
    /// </summary>
    public IReadOnlyList<string> Path => _path ??= [Part, .. JsonPointer.Segments(Pointer)];

    /// <summary>
    /// For people and test names: <c>user.birthSex</c>, <c>tags[0]</c>, <c>header x-api-key</c>, <c>body</c>.
    /// </summary>
    public string Display => _display ??= Shown();

    /// <summary>Whether part and pointer are the same: what is worked out from them says nothing more.</summary>
    public bool Equals(Location? other) => other is not null && Part == other.Part && Pointer == other.Pointer;

    public override int GetHashCode() => HashCode.Combine(Part, Pointer);

    /// <summary>For machines: the JSON Pointer of a place in the body; <c>header:x-api-key</c> elsewhere.</summary>
    public override string ToString() => Part == "body" ? Pointer : $"{Part}:{Pointer.TrimStart('/')}".TrimEnd(':');

    private string Shown()
    {
        var dotted = string.Concat(
                JsonPointer.Segments(Pointer).Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? $"[{s}]" : "." + s)
            )
            .TrimStart('.');
        return Part == "body"
            ? dotted.Length == 0
                ? "body"
                : dotted
            : $"{Part} {dotted}".TrimEnd();
    }
}
