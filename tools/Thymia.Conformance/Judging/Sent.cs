using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging;

/// <summary>Says what a case sent that matters for its answer, without personal data.</summary>
internal static class Sent
{
    /// <summary>
    /// A noun phrase: <c>"male" (lower-case)</c>, <c>a body without it</c>, <c>a valid request (documented
    /// example)</c>.
    /// </summary>
    public static string What(Evidence evidence)
    {
        var testCase = evidence.Case;
        if (testCase.Mutation is not { } mutation)
        {
            return testCase.Expectation is Expectation.Accepted
                ? $"a valid request ({(testCase.IsRandom ? "random " : "")}{testCase.Kind})"
                : $"{testCase.Keyword} broken by {testCase.Kind}";
        }

        return mutation switch
        {
            { NewValue: { } value } => $"{Value(evidence, mutation, value)} ({mutation.Kind})",
            { Constraint.Keyword: "required" } => $"a request without it ({mutation.Kind})",
            _ => $"{mutation.Constraint.Keyword} broken by {mutation.Kind}",
        };
    }

    private static string Value(Evidence evidence, Mutation mutation, JsonElement value)
    {
        if (JsonPointer.Segments(mutation.Location.Pointer).Any(evidence.IsPersonal))
        {
            return $"a value of type {value.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => "boolean",
                var kind => kind.ToString().ToLowerInvariant(),
            }}";
        }

        var text = value.GetRawText();
        return Shortened.To(text);
    }
}
