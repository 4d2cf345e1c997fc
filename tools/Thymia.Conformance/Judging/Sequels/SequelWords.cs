using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Judging.Sequels;

/// <summary>What the checks on sequences say of the requests that followed, and how they read their answers.</summary>
internal static class SequelWords
{
    public const string NotFollowed = "nothing was sent after it that shows this";
    public const string BySense = "by sense: what was answered with success was done";

    /// <summary>Such as <c>GET /pets/{id} after it, answer status</c>: the same for every thing of a kind.</summary>
    public static string After(Sequel sequel, string place) => $"{Reading(sequel)} after it, {place}";

    /// <summary>The operation that reads the thing, such as <c>GET /pets/{id}</c>.</summary>
    public static string Reading(Sequel sequel) => sequel.Reader?.Name ?? $"GET {sequel.Path}";

    /// <summary>The status of what was read; null where there is none to judge by.</summary>
    public static int? StatusOf(Exchange? exchange) =>
        exchange?.Answer is { } answer && Unjudgeable.ReasonFor(exchange) is null ? answer.Status : null;

    /// <summary>Whether the caller may not do that at all, which says nothing of what was done before.</summary>
    public static bool IsForbidden(int status) => status is 401 or 403 or 405;

    public static string Show(JsonElement? value) => value is { } shown ? Shortened.To(shown.GetRawText()) : "none";

    /// <summary>One finding for all places where something else was read than expected.</summary>
    public static CheckResult Differences(
        Evidence evidence,
        ICheck check,
        Sequel sequel,
        IReadOnlyList<ValueDifference> differences,
        string expected
    ) =>
        CheckResult.Of([
            .. differences.Select(d =>
                evidence.Finding(
                    check,
                    After(sequel, Places.InAnswer(d.Pointer)),
                    Show(d.Found),
                    $"{Show(d.Expected)} {expected}",
                    SourceOf(sequel, evidence)
                )
            ),
        ]);

    private static string SourceOf(Sequel sequel, Evidence evidence) =>
        $"{BySense}; both {evidence.Case.Operation.Name} and {sequel.Reader!.Name} have the property";
}

/// <summary>A place where something else was read than expected.</summary>
/// <param name="Expected">What was to be there.</param>
/// <param name="Found">What is; null where nothing is.</param>
internal sealed record ValueDifference(string Pointer, JsonElement? Expected, JsonElement? Found);
