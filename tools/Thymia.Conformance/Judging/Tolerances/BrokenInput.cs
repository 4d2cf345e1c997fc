using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Tolerances;

/// <summary>What a case sent in place of what the contract demands, as tolerance rules look at it.</summary>
/// <param name="Node">The schema at the place; null outside the body.</param>
/// <param name="IsOptional">Whether the property there, or the body, may be left out; false where it is neither.</param>
/// <param name="Text">The value as patterns see it.</param>
internal sealed record BrokenInput(Mutation Mutation, SchemaNode? Node, bool IsOptional, string Text)
{
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
        SchemaNode? node = null;
        var optional =
            mutation.Location is { Part: "body", Pointer: "" }
            && testCase.Operation.Body is { Required: false, DemandedBy: null };
        if (root is not null)
        {
            // A parameter's pointer begins with its name.
            node = root;
            foreach (
                var segment in JsonPointer
                    .Segments(mutation.Location.Pointer)
                    .Skip(mutation.Location.Part == "body" ? 0 : 1)
            )
            {
                optional = node?.Required.Contains(segment) == false;
                node = node?.Property(segment) ?? node?.Items;
            }
        }

        return new BrokenInput(mutation, node, optional, TextOf(testCase, mutation));
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
