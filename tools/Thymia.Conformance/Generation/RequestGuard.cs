using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Generation;

/// <summary>Proves what is broken around the body: method, path, key, content type, no body.</summary>
internal static class RequestGuard
{
    public static string? Contradiction(TestCase testCase, Mutation mutation)
    {
        var request = testCase.Request;
        var operation = testCase.Operation;
        var broken = mutation.Constraint.Keyword switch
        {
            "requestBody" => request.Body is null or { Length: 0 },
            "contentType" => request.ContentType is not { } type || !IsDocumented(type, operation),
            "security" => request.Key is KeyUse.Wrong or KeyUse.Empty,
            "method" => request.Method != operation.Method,
            "path" => request.Target != operation.Path,
            "required" when mutation.Location.Part == "header" => request.Key == KeyUse.Absent,
            _ => false,
        };
        return broken ? null : $"said to break {mutation.Constraint.Id}, yet the request honours it";
    }

    private static bool IsDocumented(string contentType, Operation operation) =>
        string.Equals(MediaTypes.Bare(contentType), operation.Body?.ContentType, StringComparison.OrdinalIgnoreCase);
}
