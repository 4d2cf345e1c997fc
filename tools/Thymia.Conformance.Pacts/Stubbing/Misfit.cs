using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>A request that no interaction fits, and the one that comes nearest.</summary>
/// <param name="Nearest">Null where there is no interaction at all.</param>
/// <param name="Mismatches">Of the nearest.</param>
internal sealed record Misfit(
    ReceivedRequest Request,
    StubbedInteraction? Nearest,
    IReadOnlyList<RequestMismatch> Mismatches
)
{
    /// <summary>Of several that are as near, the first.</summary>
    public static Misfit Of(
        ReceivedRequest request,
        IEnumerable<(StubbedInteraction Of, IReadOnlyList<RequestMismatch> Found)> tried
    )
    {
        var nearest = tried.MinBy(t =>
            (t.Found.Count(IsOfLine), t.Found.Count(IsOfWholeBody), t.Found.Sum(m => m.Weight))
        );
        return new Misfit(request, nearest.Of, nearest.Found ?? []);
    }

    /// <summary>For the one who started the stub; holds nothing of headers and bodies, which may be secret.</summary>
    public string Line =>
        $"404 {SafeText.Of(Request.Method)} {SafeText.Of(Request.Path)}: no interaction fits"
        + (
            Nearest is null
                ? ""
                : $"; nearest is '{SafeText.Of(Nearest.Description)}', "
                    + $"which differs in {Amounts.Of(Mismatches.Count, "place")} (the answer says where)"
        );

    /// <summary>For whoever sent the request: a sentence for each difference.</summary>
    public byte[] Body()
    {
        var body = new JsonObject
        {
            ["error"] = "no interaction of the pacts fits this request",
            ["request"] = $"{Request.Method} {Request.Path}",
        };
        if (Nearest is not null)
        {
            body["nearest"] = new JsonObject
            {
                ["description"] = Nearest.Description,
                ["pact"] = Path.GetFileName(Nearest.File),
                ["mismatches"] = new JsonArray([.. Mismatches.Select(m => JsonValue.Create(m.Sentence))]),
            };
        }

        return JsonSerializer.SerializeToUtf8Bytes(body, PactText.Writing);
    }

    private static bool IsOfLine(RequestMismatch mismatch) => mismatch.Place is "request method" or "request path";

    // A body of another kind shares nothing with it, however few the differences are that this makes.
    private static bool IsOfWholeBody(RequestMismatch mismatch) => mismatch.Place is "request body";
}
