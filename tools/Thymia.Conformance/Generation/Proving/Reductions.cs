using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Generation.Proving;

/// <summary>
/// Smaller requests that may fail like a given one: each lacks one property or array item of the body. Only those that
/// the guard proves to be what they say are offered, so a reduced case can never turn into a valid one, nor a valid
/// one into an invalid one.
/// </summary>
/// <param name="guard">Says why a case is not what it claims to be; null where it is.</param>
public sealed class Reductions(Func<TestCase, string?> guard)
{
    /// <summary>One step smaller, the largest savings first; none where the body is no JSON or nothing can
    /// go.</summary>
    public IEnumerable<TestCase> Of(TestCase testCase)
    {
        if (Parse(testCase) is not { } body)
        {
            yield break;
        }

        foreach (
            var pointer in Places(body, "").OrderByDescending(p => Size(body, p)).ThenBy(p => p, StringComparer.Ordinal)
        )
        {
            var smaller = testCase with { Request = Without(testCase.Request, body.DeepClone(), pointer) };
            if (!Carries(testCase.Mutation, pointer) && guard(smaller) is null)
            {
                yield return smaller;
            }
        }
    }

    private static JsonNode? Parse(TestCase testCase)
    {
        try
        {
            return testCase.Request.Body is { Length: > 0 } bytes ? JsonNode.Parse(bytes.Span) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Places(JsonNode? node, string pointer) =>
        node switch
        {
            JsonObject map => map.SelectMany(p => Below(p.Value, JsonPointer.Append(pointer, p.Key))),
            JsonArray list => list.SelectMany((item, i) => Below(item, $"{pointer}/{i}")),
            _ => [],
        };

    private static IEnumerable<string> Below(JsonNode? node, string pointer) => Places(node, pointer).Prepend(pointer);

    private static int Size(JsonNode body, string pointer) => Payloads.Get(body, pointer)?.ToJsonString().Length ?? 4;

    private static CaseRequest Without(CaseRequest request, JsonNode body, string pointer)
    {
        if (Payloads.Get(body, JsonPointer.Parent(pointer)) is JsonArray list)
        {
            list.RemoveAt(
                int.Parse(JsonPointer.Segments(pointer)[^1], System.Globalization.CultureInfo.InvariantCulture)
            );
        }
        else
        {
            Payloads.Remove(body, pointer);
        }

        return request with
        {
            Body = Payloads.Write(body),
        };
    }

    // What was broken stays, and so does all that holds it; items before it in an array keep its index.
    private static bool Carries(Mutation? mutation, string pointer)
    {
        if (mutation is null || mutation.Location.Part != "body")
        {
            return false;
        }

        var broken = mutation.Location.Pointer;
        return broken == pointer
            || broken.StartsWith(pointer + "/", StringComparison.Ordinal)
            || (
                broken.StartsWith(JsonPointer.Parent(pointer) + "/", StringComparison.Ordinal)
                && char.IsAsciiDigit(pointer[^1])
                && pointer[(pointer.LastIndexOf('/') + 1)..].All(char.IsAsciiDigit)
            );
    }
}
