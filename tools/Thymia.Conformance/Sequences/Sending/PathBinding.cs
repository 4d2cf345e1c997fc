using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Puts ids that exist into the path of a request.</summary>
internal static class PathBinding
{
    /// <summary>
    /// The request to that thing, or to what is below it; null where its path is not the operation's.
    /// </summary>
    /// <param name="keeps">Names of parameters that keep their values.</param>
    /// <param name="outermost">Whether the operation is about the collection that the thing is in.</param>
    public static CaseRequest? To(
        CreatedThing thing,
        CaseRequest request,
        Operation operation,
        IReadOnlySet<string>? keeps = null,
        bool outermost = false
    )
    {
        var parts = request.Target.Split('?', 2);
        var names = operation.Template.Names;
        if (!operation.Template.Matches(parts[0]) || (names.Count < thing.Values.Count && !outermost))
        {
            return null;
        }

        var values = names
            .Select(
                (n, i) =>
                    i < thing.Values.Count && keeps?.Contains(n) != true
                        ? Uri.EscapeDataString(thing.Values[i])
                        : operation.Template.Find(parts[0], n)!
            )
            .ToList();
        var path = operation.Path;
        for (var i = 0; i < values.Count; i++)
        {
            path = path.Replace($"{{{names[i]}}}", values[i], StringComparison.Ordinal);
        }

        return request with
        {
            Target = parts.Length == 1 ? path : $"{path}?{parts[1]}",
            PathValues = [.. names.Zip(values, (n, v) => KeyValuePair.Create(n, Uri.UnescapeDataString(v)))],
        };
    }

    /// <summary>The parameter whose schema does not allow the thing's id; null where all do.</summary>
    public static Parameter? Unfit(CreatedThing thing, Operation operation, SchemaLibrary library) =>
        operation
            .Template.Names.Take(thing.Values.Count)
            .Select((n, i) => (Parameter: operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == n), i))
            .Where(p =>
                p.Parameter?.SchemaPointer is { } pointer
                && library.At(pointer) is var schema
                && ParameterShape
                    .Check(schema, p.Parameter, new ParameterValue.One(thing.Values[p.i]), new ShapeOfText(schema.Root))
                    .Count > 0
            )
            .Select(p => p.Parameter)
            .FirstOrDefault();
}
