using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>A place in a request: a part of it and, within, a JSON Pointer.</summary>
/// <param name="Part"><c>body</c>, <c>header</c>, <c>query</c> or <c>path</c>; <c>request</c> for the request as a whole.</param>
/// <param name="Pointer">For the body the instance location, empty for the whole; for a parameter <c>/name</c> and onwards.</param>
public sealed record Location(string Part, string Pointer)
{
    /// <summary>The whole body.</summary>
    public static Location Body { get; } = new("body", "");

    public static Location At(string bodyPointer) => new("body", bodyPointer);

    public static Location Header(string name) => new("header", JsonPointer.Append("", name));

    /// <summary>How a validation error's <c>loc</c> names it: <c>["body", "user", "birthSex"]</c>; indexes are digits here.</summary>
    public IReadOnlyList<string> Path => [Part, .. JsonPointer.Segments(Pointer)];

    /// <summary>For people and test names: <c>user.birthSex</c>, <c>tags[0]</c>, <c>header x-api-key</c>, <c>body</c>.</summary>
    public string Display
    {
        get
        {
            var dotted = string.Concat(JsonPointer.Segments(Pointer)
                .Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? $"[{s}]" : "." + s)).TrimStart('.');
            return Part == "body" ? dotted.Length == 0 ? "body" : dotted : $"{Part} {dotted}".TrimEnd();
        }
    }

    /// <summary>For machines: the JSON Pointer of a place in the body; <c>header:x-api-key</c> elsewhere.</summary>
    public override string ToString() => Part == "body" ? Pointer : $"{Part}:{Pointer.TrimStart('/')}".TrimEnd(':');
}
