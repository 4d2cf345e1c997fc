using Thymia.Conformance.Generation.Values;

namespace Thymia.Conformance.Generation.Planning;

/// <summary>Requests that are right in every respect, for breaks around the values to start from.</summary>
internal sealed class SoundRequests(CaseFactory factory)
{
    /// <summary>With a body, where the operation takes one.</summary>
    public CaseRequest Whole(Draw draw) =>
        factory.Request(draw, factory.Shape.Body is null ? (ReadOnlyMemory<byte>?)null : Body(draw));

    /// <summary>The body alone; empty where the operation takes none.</summary>
    public byte[] Body(Draw draw) =>
        factory.Shape.Body is { } body
            ? factory.Shape.Write(factory.Shape.Values.Make(body.Root, new Recipe { Draw = draw }))
            : [];

    /// <summary>
    /// Whether no template covers what lies next to the path: another may (OpenAPI, Paths Object, Path Templating
    /// Matching).
    /// </summary>
    public bool IsUnknown(string suffix) =>
        !factory.Shape.Paths.Any(p => p.Matches(factory.Shape.Operation.Path + suffix));

    /// <summary>The request to what lies next to its path.</summary>
    public static CaseRequest Beside(CaseRequest request, string suffix) =>
        At(request, request.Target.Split('?')[0] + suffix);

    /// <summary>The request to another path, with the same query.</summary>
    public static CaseRequest At(CaseRequest request, string path) =>
        request with
        {
            Target = string.Join('?', [path, .. request.Target.Split('?', 2).Skip(1)]),
        };
}
