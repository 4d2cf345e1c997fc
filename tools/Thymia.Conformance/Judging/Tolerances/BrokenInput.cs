using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>What a case sent in place of what the contract demands, as tolerance rules look at it.</summary>
/// <param name="Nodes">The schemas at the place, one for each alternative that a value may follow; none where there is
/// no schema.</param>
/// <param name="IsOptional">Whether the property there, or the body, may be left out.</param>
/// <param name="Text">The value as patterns see it.</param>
internal sealed record BrokenInput(Mutation Mutation, IReadOnlyList<SchemaNode> Nodes, bool IsOptional, string Text)
{
    private const int MaxDepth = 3;

    public string Keyword => Mutation.Constraint.Keyword;

    /// <summary>The JSON type of the value sent; null where none was.</summary>
    public string? SentType =>
        Mutation.NewValue?.ValueKind switch
        {
            null => null,
            JsonValueKind.True or JsonValueKind.False => "boolean",
            { } kind => kind.ToString().ToLowerInvariant(),
        };

    /// <param name="root">The schema of the body, or of the parameter that is broken; null where there is none.</param>
    public static BrokenInput Of(TestCase testCase, Mutation mutation, SchemaNode? root)
    {
        IReadOnlyList<SchemaNode> nodes = [];
        var optional =
            mutation.Location is { Part: "body", Pointer: "" }
            && testCase.Operation.Body is { Required: false, DemandedBy: null };
        if (root is not null)
        {
            // A parameter's pointer begins with its name.
            nodes = [.. Alternatives(root, MaxDepth)];
            foreach (
                var segment in JsonPointer
                    .Segments(mutation.Location.Pointer)
                    .Skip(mutation.Location.Part == "body" ? 0 : 1)
            )
            {
                optional = nodes.Count > 0 && nodes.All(n => !n.Required.Contains(segment));
                nodes =
                [
                    .. nodes
                        .Select(n => n.Property(segment) ?? n.Items ?? n.AdditionalProperties)
                        .OfType<SchemaNode>()
                        .SelectMany(n => Alternatives(n, MaxDepth)),
                ];
            }
        }

        return new BrokenInput(mutation, nodes, optional, TextOf(testCase, mutation));
    }

    private static IEnumerable<SchemaNode> Alternatives(SchemaNode node, int depth)
    {
        var (keyword, count) = node.AnyOf.Count > 0 ? ("anyOf", node.AnyOf.Count) : ("oneOf", node.OneOf.Count);
        return count == 0 || depth == 0
            ? [node]
            : Enumerable.Range(0, count).SelectMany(i => Alternatives(node.Choose(keyword, i), depth - 1));
    }

    private static string TextOf(TestCase testCase, Mutation mutation) =>
        mutation.Constraint.Keyword switch
        {
            "json" or "encoding" => Encoding.Latin1.GetString((testCase.Request.Body ?? default).Span),
            "contentType" => testCase.Request.ContentType ?? "",
            _ => mutation.NewValue switch
            {
                null => "",
                { ValueKind: JsonValueKind.String } text => text.GetString()!,
                { } value => value.GetRawText(),
            },
        };
}
