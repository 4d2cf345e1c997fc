using System.Text.Json;
using Thymia.Conformance.Generation.Bodies;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Proving;

/// <summary>
/// Proves, on the bytes about to be sent, that a case is what it says: valid, or breaking the one constraint it names.
/// </summary>
public sealed class CaseGuard(SchemaLibrary library)
{
    private readonly RequestGuard _around = new(library);

    /// <summary>Null where the case holds; else a sentence that says how it contradicts itself.</summary>
    public string? Contradiction(TestCase testCase) =>
        testCase.Mutation is { } mutation ? OfInvalid(testCase, mutation) : OfValid(testCase);

    private string? OfValid(TestCase testCase)
    {
        var violations = Check(testCase);
        return violations.Count == 0
            ? _around.OfParameters(testCase, testCase.Mutation?.Location)
            : $"said to be valid, yet {Describe(violations)}";
    }

    private string? OfInvalid(TestCase testCase, Mutation mutation)
    {
        if (!BreaksBody(mutation.Constraint))
        {
            return _around.Contradiction(testCase, mutation) ?? OfValidBody(testCase);
        }

        var violations = Check(testCase);
        for (var declared = mutation; declared is not null; declared = declared.Further)
        {
            if (!Holds(violations, declared.Reported))
            {
                return $"said to break {declared.Constraint.Id}, yet {Describe(violations)}";
            }
        }

        return AreDeclared(violations, mutation)
            ? _around.OfParameters(testCase, null)
            : $"said to break {Names(mutation)} alone, yet "
                + $"{Describe([.. violations.Where(v => !IsDeclared(v, mutation))])}";
    }

    private static bool Holds(IReadOnlyList<(string Pointer, string Keyword)> violations, ExpectedViolation expected)
    {
        for (var i = 0; i < violations.Count; i++)
        {
            if (Is(violations[i], expected))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreDeclared(IReadOnlyList<(string Pointer, string Keyword)> violations, Mutation mutation)
    {
        for (var i = 0; i < violations.Count; i++)
        {
            if (!IsDeclared(violations[i], mutation))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDeclared((string Pointer, string Keyword) found, Mutation? mutation) =>
        mutation is not null
        && (
            Is(found, mutation.Reported)
            || mutation.Implied.Any(i => Is(found, i))
            || IsDeclared(found, mutation.Further)
        );

    private static string Names(Mutation mutation) =>
        mutation.Further is { } further ? $"{mutation.Constraint.Id} and {Names(further)}" : mutation.Constraint.Id;

    /// <summary>Around a request that is wrong elsewhere, what body there is must be right.</summary>
    private string? OfValidBody(TestCase testCase) =>
        testCase.Request.Body is { Length: > 0 }
        && testCase.Mutation!.Constraint.Keyword is not ("json" or "encoding")
        && testCase.Kind != KindNames.WrongBesideMalformedBody
            ? OfValid(testCase)
            : null;

    private IReadOnlyList<(string Pointer, string Keyword)> Check(TestCase testCase)
    {
        if (BodyOf(testCase) is not { } body || testCase.Request.Body is not { } bytes)
        {
            return [];
        }

        var schema = library.At(body.SchemaPointer);
        if (body.Form == BodyForm.Json)
        {
            return schema.CheckPlaces(bytes);
        }

        var readings = BodyReadings
            .Of(body, bytes, schema.Root)
            .Select(r => schema.CheckPlaces(JsonSerializer.SerializeToUtf8Bytes(r)))
            .ToList();
        return readings.Find(r => r.Count == 0) ?? (readings.Count > 0 ? readings[0] : [("", "json")]);
    }

    // A request with another media type than those documented is one with the wrong label.
    private static RequestBody? BodyOf(TestCase testCase) =>
        testCase.Request.ContentType is not { } type
            ? testCase.Operation.Body
            : testCase.Operation.OtherBodies.FirstOrDefault(b =>
                b.ContentType == MediaTypes.Bare(type) && b.ContentType != testCase.Operation.Body?.ContentType
            ) ?? testCase.Operation.Body;

    private static bool BreaksBody(Constraint constraint) =>
        constraint.Location.Part == "body" && constraint.Keyword is not ("requestBody" or "contentType");

    internal static string ViolationKeyword(string keyword) =>
        keyword switch
        {
            "encoding" => "json",
            _ => keyword,
        };

    private static bool Is((string Pointer, string Keyword) found, ExpectedViolation expected) =>
        found.Pointer == expected.Pointer && found.Keyword == ViolationKeyword(expected.Keyword);

    private static string Describe(IReadOnlyList<(string Pointer, string Keyword)> violations) =>
        violations.Count == 0
            ? "the schema check finds nothing wrong"
            : "the schema check finds "
                + string.Join(
                    " and ",
                    violations.Distinct().Take(3).Select(v => $"'{v.Keyword}' broken at '{v.Pointer}'")
                );
}
