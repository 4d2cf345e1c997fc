using Thymia.Conformance.Schemas;

namespace Thymia.Conformance.Generation;

/// <summary>
/// Proves, on the bytes about to be sent, that a case is what it says: valid, or breaking the one constraint it names.
/// </summary>
public sealed class CaseGuard(SchemaLibrary library)
{
    private readonly RequestGuard _around = new(library);

    /// <summary>Null where the case holds; else a sentence that says how it contradicts itself.</summary>
    public string? Contradiction(TestCase testCase) => testCase.Mutation is { } mutation
        ? OfInvalid(testCase, mutation)
        : OfValid(testCase);

    private string? OfValid(TestCase testCase)
    {
        var violations = Check(testCase);
        return violations.Count == 0 ? _around.OfParameters(testCase, testCase.Mutation?.Location) : $"said to be valid, yet {Describe(violations)}";
    }

    private string? OfInvalid(TestCase testCase, Mutation mutation)
    {
        if (!BreaksBody(mutation.Constraint))
        {
            return _around.Contradiction(testCase, mutation) ?? OfValidBody(testCase);
        }

        var violations = Check(testCase);
        var declared = mutation.Further is { } further ? new[] { mutation, further } : [mutation];
        if (declared.FirstOrDefault(m => !violations.Any(v => Is(v, m.Reported))) is { } missing)
        {
            return $"said to break {missing.Constraint.Id}, yet {Describe(violations)}";
        }

        var others = violations.Where(v => !declared.Any(m => Is(v, m.Reported) || m.Implied.Any(i => Is(v, i)))).ToList();
        return others.Count == 0
            ? _around.OfParameters(testCase, null)
            : $"said to break {string.Join(" and ", declared.Select(m => m.Constraint.Id))} alone, yet {Describe(others)}";
    }

    /// <summary>Around a request that is wrong elsewhere, what body there is must be right.</summary>
    private string? OfValidBody(TestCase testCase) =>
        testCase.Request.Body is { Length: > 0 } && testCase.Mutation!.Constraint.Keyword is not ("json" or "encoding") ? OfValid(testCase) : null;

    private IReadOnlyList<Violation> Check(TestCase testCase) =>
        testCase.Operation.Body is { } body && testCase.Request.Body is { } bytes
            ? library.At(body.SchemaPointer).Check(bytes)
            : [];

    private static bool BreaksBody(Constraint constraint) =>
        constraint.Location.Part == "body" && constraint.Keyword is not ("requestBody" or "contentType");

    internal static string ViolationKeyword(string keyword) => keyword switch
    {
        "const" => "enum",
        "encoding" => "json",
        _ => keyword,
    };

    private static bool Is(Violation found, ExpectedViolation expected) =>
        found.Pointer == expected.Pointer && found.Keyword == ViolationKeyword(expected.Keyword);

    private static string Describe(IReadOnlyList<Violation> violations) => violations.Count == 0
        ? "the schema check finds nothing wrong"
        : "the schema check finds " + string.Join(" and ", violations.Take(3).Select(v => $"'{v.Keyword}' broken at '{v.Pointer}'"));
}
