using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>What an operation states that cannot be sent as it is stated.</summary>
internal sealed class OperationFaults(JsonElement document)
{
    private readonly ParameterReader _parameters = new(document);

    public IEnumerable<Fault> Of(Operation operation)
    {
        var path = new Place(operation.PathPointer, JsonPointer.Find(document, operation.PathPointer)!.Value);
        var own = new Place(operation.Pointer, JsonPointer.Find(document, operation.Pointer)!.Value);
        return [.. Twice(own), .. Twice(path), .. Undeclared(operation, own, path), .. Unsendable(operation)];
    }

    private IEnumerable<Fault> Twice(Place holder) =>
        _parameters
            .Declared(holder)
            .Select((p, i) => (Parameter: p, Index: i))
            .GroupBy(p => ParameterReader.Key(p.Parameter))
            .SelectMany(g => g.Skip(1))
            .Select(p => new Fault(
                $"{holder.Pointer}/parameters/{p.Index}",
                "description-not-openapi",
                $"the {p.Parameter.In} parameter '{p.Parameter.Name}' stands in the list twice",
                "take one of the two out"
            ));

    private IEnumerable<Fault> Undeclared(Operation operation, Place own, Place path)
    {
        var declared = _parameters
            .Read(own, path)
            .Where(p => p.In == "path")
            .Select(p => p.Name)
            .ToHashSet(StringComparer.Ordinal);
        return operation
            .Template.Names.Where(n => !declared.Contains(n))
            .Select(n => new Fault(
                path.Pointer,
                "description-not-openapi",
                $"the path has the expression '{{{n}}}', and no path parameter of that name is declared",
                $"declare the parameter '{n}' with 'in: path'"
            ));
    }

    private static IEnumerable<Fault> Unsendable(Operation operation)
    {
        if (operation.Body is null && operation.UntestedMediaTypes is [var first, ..] && operation.DemandsBody)
        {
            yield return new Fault(
                operation.Pointer + "/requestBody",
                "media-type-not-tested",
                $"the operation demands a body of {string.Join(" or ", operation.UntestedMediaTypes)}, which is not "
                    + "tested",
                $"test {first} by other means"
            );
        }

        if (operation.Alternatives.Count == 0 && operation.UnsendableSchemes is [var scheme, ..])
        {
            yield return new Fault(
                operation.Pointer,
                "credential-not-sendable",
                $"the operation demands the security scheme '{scheme}', which cannot be sent",
                "test it by other means"
            );
        }

        foreach (
            var parameter in operation.Parameters.Where(p =>
                p.Required
                && p.ContentType is { } type
                && !MediaTypes.IsJson(type)
                && MediaTypes.Bare(type) != "text/plain"
            )
        )
        {
            yield return new Fault(
                parameter.Pointer,
                "media-type-not-tested",
                $"the {parameter.In} parameter '{parameter.Name}' is {parameter.ContentType}, which is not tested",
                "test it by other means"
            );
        }
    }
}
