using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// The one place of a request that its case is about, and whose value therefore stays as it was sent.
/// </summary>
internal sealed class Subject
{
    private readonly IReadOnlyList<string>? _pattern;

    private Subject(IReadOnlyList<string>? pattern)
    {
        _pattern = pattern;
    }

    /// <summary>A mutation's place, an enum member's, the place of an alternative; nothing for other cases.</summary>
    public static Subject Of(TestCase testCase) =>
        testCase.Mutation is { } mutation
            ? new(mutation.Location.Part == "body" ? JsonPointer.Segments(mutation.Location.Pointer) : null)
            : new(
                testCase.Keyword is "enum" or "oneOf" or "anyOf" && testCase.Location.Part == "body"
                    ? JsonPointer.Segments(testCase.Location.Pointer)
                    : null
            );

    /// <summary>A place in a body; nothing where there is none.</summary>
    public static Subject At(string? pointer) => new(pointer is null ? null : JsonPointer.Segments(pointer));

    /// <summary>In a location <c>*</c> stands for any one index or name.</summary>
    public bool Is(string pointer)
    {
        if (_pattern is null)
        {
            return false;
        }

        var segments = JsonPointer.Segments(pointer);
        return segments.Count == _pattern.Count
            && segments.Zip(_pattern).All(p => p.Second == "*" || p.First == p.Second);
    }
}
