using Thymia.Conformance.Generation.Parameters;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Proving;

/// <summary>Proves what is right and what is broken around the body: parameters, method, path, key, content type, no body.</summary>
internal sealed class RequestGuard(SchemaLibrary library)
{
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
            "path" => !IsOnPath(request.Target, operation.Path),
            "required" when IsCredential(mutation.Location, operation) => request.Key == KeyUse.Absent,
            _ => Violations(testCase, Named(operation, mutation.Location)).Contains(CaseGuard.ViolationKeyword(mutation.Constraint.Keyword)),
        };
        return broken ? OfParameters(testCase, mutation.Location) : $"said to break {mutation.Constraint.Id}, yet the request honours it";
    }

    /// <summary>What contradicts the claim that every parameter but one is right.</summary>
    public string? OfParameters(TestCase testCase, Location? except)
    {
        if (except?.Part == "request" || testCase.Operation.Parameters.Count == 0)
        {
            return null;
        }

        foreach (var parameter in testCase.Operation.Parameters.Where(p => except is null || p != Named(testCase.Operation, except)))
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
        var texts = ParameterTarget.Read(testCase.Request, testCase.Operation.Path, parameter);
        return texts is null
            ? parameter.Required ? ["required"] : []
            : [.. schema.Check(ParameterText.Interpret(texts, schema.Root)).Select(v => v.Keyword)];
    }

    private static Parameter? Named(Operation operation, Location location) =>
        operation.Parameters.FirstOrDefault(p => p.In == location.Part && JsonPointer.Append("", p.Name) == location.Pointer);

    private static bool IsOnPath(string target, string template)
    {
        var found = target.Split('?')[0].Split('/');
        var wanted = template.Split('/');
        return found.Length == wanted.Length
            && found.Zip(wanted).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }

    private static bool IsCredential(Location location, Operation operation) =>
        location.Part == "header" && location.Pointer == JsonPointer.Append("", operation.Credential?.Header ?? "");

    private static bool IsDocumented(string contentType, Operation operation) =>
        string.Equals(MediaTypes.Bare(contentType), operation.Body?.ContentType, StringComparison.OrdinalIgnoreCase);
}
