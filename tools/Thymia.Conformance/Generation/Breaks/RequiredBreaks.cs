using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Leaves a required property out.</summary>
internal static class RequiredBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("absent", c => new Break(
            null,
            "/" + JsonPointer.Escape(JsonPointer.Segments(c.Constraint.Location.Pointer)[^1]),
            true
        )),
    ];
}
