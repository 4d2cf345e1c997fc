using System.Runtime.InteropServices;
using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging.Errors;

internal sealed class ErrorStructure : ICheck
{
    public CheckDescription Description { get; } =
        new()
        {
            Id = "error-structure",
            Severity = Severity.Major,
            Title = "a validation error says what, where and of which type",
            Documentation =
                "Asked of validation errors whose schema describes a list of errors. They must be JSON and "
                + "honour the schema; and since it leaves open what a client needs, `detail` must hold at least one "
                + "error, `loc` at least one step, each a whole number or text that is not empty, and `msg` and `type` "
                + "must say something. No error may stand twice.",
            SilencedBy = [.. Outcomes.All, "response-schema"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.IsSuccess || !evidence.ListsErrors)
        {
            return CheckResult.DoesNotApply("the answer is no list of errors");
        }

        if (evidence.Body is null && !MediaTypes.IsJson(evidence.ContentType))
        {
            return CheckResult.DoesNotApply("the answer does not claim to be JSON");
        }

        if (evidence.Violations.Count > 0)
        {
            return CheckResult.Of([
                .. BodyForm
                    .Named(evidence.Violations, evidence)
                    .Select(v => evidence.Finding(this, Places.InAnswer(v.Pointer), v.Found, v.Expected, v.Source)),
            ]);
        }

        var items = evidence.Errors;
        if (items.Count == 0)
        {
            var found =
                evidence.Body is { } body && JsonPointer.Find(body, evidence.ErrorFormat.List) is not null
                    ? "an empty list"
                    : "nothing";
            return CheckResult.Broken(
                Finding(evidence, evidence.ErrorFormat.List, found, "a list of at least one error")
            );
        }

        List<Finding>? findings = null;
        for (var i = 0; i < items.Count; i++)
        {
            AddProblems(evidence, i, ref findings);
        }

        if (Repeated(items) is { } again)
        {
            (findings ??= []).Add(
                Finding(
                    evidence,
                    $"{evidence.ErrorFormat.List}/{again}",
                    "an error that stands before it as well",
                    "each error once"
                )
            );
        }

        return findings is null ? CheckResult.Holds : CheckResult.Of(findings);
    }

    private static int? Repeated(IReadOnlyList<JsonElement> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count && items.Count > 1; i++)
        {
            if (!seen.Add(TextOf(items[i])))
            {
                return i;
            }
        }

        return null;
    }

    // Members may come in any order.
    private static string TextOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object
            ? string.Join(
                ',',
                error.EnumerateObject().Select(m => $"{m.Name}:{m.Value.GetRawText()}").Order(StringComparer.Ordinal)
            )
            : error.GetRawText();

    private void AddProblems(Evidence evidence, int index, ref List<Finding>? findings)
    {
        var path = evidence.ErrorPaths[index];
        var place = $"{evidence.ErrorFormat.List}/{index}";
        var way = $"{place}/{evidence.ErrorFormat.Path}";
        if (path.Count == 0)
        {
            (findings ??= []).Add(Finding(evidence, way, "an empty list", "the way to the error, at least one step"));
        }

        if (HasEmptyStep(path))
        {
            (findings ??= []).Add(Finding(evidence, way, "an empty step", "steps that name something"));
        }

        foreach (var name in evidence.ErrorFormat.Texts)
        {
            if (evidence.Errors[index].TryGetProperty(name, out var text) && IsBlank(text))
            {
                (findings ??= []).Add(Finding(evidence, $"{place}/{name}", "empty text", "text that says something"));
            }
        }
    }

    // A sign of plain ASCII says something, and is what texts begin with but for once in a while.
    private static bool IsBlank(JsonElement text) =>
        !(
            text.ValueKind == JsonValueKind.String
            && JsonMarshal.GetRawUtf8Value(text)[1] is > (byte)' ' and < 0x7F and not ((byte)'\\' or (byte)'"')
        ) && string.IsNullOrWhiteSpace(text.ToString());

    private static bool HasEmptyStep(IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(path[i]))
            {
                return true;
            }
        }

        return false;
    }

    private Finding Finding(Evidence evidence, string pointer, string found, string expected) =>
        evidence.Finding(
            this,
            Places.InAnswer(pointer),
            found,
            expected,
            "by sense: a client must be able to tell what to mend"
        );
}
