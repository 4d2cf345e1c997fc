using System.Collections.Concurrent;
using System.Text;
using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Proving;

/// <summary>
/// Proves what is right and what is broken around the body: parameters, method, path, key, content type, no body.
/// </summary>
internal sealed class RequestGuard(SchemaLibrary library)
{
    private readonly ConcurrentDictionary<PayloadSchema, ShapeOfText> _shapes = new();

    public string? Contradiction(TestCase testCase, Mutation mutation)
    {
        var request = testCase.Request;
        var operation = testCase.Operation;
        var broken = mutation.Constraint.Keyword switch
        {
            "requestBody" => request.Body is null or { Length: 0 },
            "contentType" => request.ContentType is not { } type || !IsDocumented(type, operation),
            "security" => request.Key is not (KeyUse.Configured or KeyUse.Absent),
            "method" => request.Method != operation.Method,
            "path" => !operation.Template.Matches(request.Target.Split('?')[0]),
            "required" when IsCredential(mutation.Location, operation) => request.Key == KeyUse.Absent,
            _ => Violations(testCase, Named(operation, mutation.Location))
                .Contains(CaseGuard.ViolationKeyword(mutation.Constraint.Keyword)),
        };
        return broken
            ? OfParameters(testCase, mutation.Location)
            : $"said to break {mutation.Constraint.Id}, yet the request honours it";
    }

    /// <summary>What contradicts the claim that every parameter but one is right.</summary>
    public string? OfParameters(TestCase testCase, Location? except)
    {
        if (except?.Part == "request" || testCase.Operation.Parameters.Count == 0)
        {
            return null;
        }

        foreach (
            var parameter in testCase.Operation.Parameters.Where(p =>
                except is null || p != Named(testCase.Operation, except)
            )
        )
        {
            if (Violations(testCase, parameter) is [var keyword, ..])
            {
                return $"said to have a valid {parameter.In} parameter {parameter.Name}, yet its '{keyword}' is broken";
            }
        }

        return null;
    }

    private IReadOnlyList<string> Violations(TestCase testCase, Parameter? parameter)
    {
        if (parameter?.SchemaPointer is not { } pointer)
        {
            return [];
        }

        var schema = library.At(pointer);
        var shape = _shapes.GetOrAdd(schema, static s => new ShapeOfText(s.Root));
        var value = ParameterTarget.Read(testCase.Request, testCase.Operation, parameter, shape);
        return value is null
            ? IsMissing(parameter, schema, shape)
                ? ["required"]
                : []
            : [.. ParameterShape.Check(schema, parameter, value, shape).Select(v => v.Keyword)];
    }

    // An object of no properties leaves no trace where each property stands by itself.
    private static bool IsMissing(Parameter parameter, PayloadSchema schema, ShapeOfText shape) =>
        parameter.Required && !(shape.IsObject && schema.Check(Encoding.UTF8.GetBytes("{}")).Count == 0);

    private static Parameter? Named(Operation operation, Location location) =>
        operation.Parameters.FirstOrDefault(p =>
            p.In == location.Part && JsonPointer.Segments(location.Pointer) is [var name, ..] && name == p.Name
        );

    private static bool IsCredential(Location location, Operation operation) =>
        operation.Credentials.Any(c => location.Part == c.In && location.Pointer == JsonPointer.Append("", c.Header));

    private static bool IsDocumented(string contentType, Operation operation) =>
        operation
            .OtherBodies.Prepend(operation.Body)
            .OfType<RequestBody>()
            .Select(b => b.Documented)
            .Concat(operation.UntestedMediaTypes)
            .Any(d => MediaTypes.Covers(d, contentType));
}
