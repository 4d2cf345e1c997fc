using System.Text.Json;
using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the body as a whole that are not enforced.</summary>
internal sealed class BodyTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation("body-not-required", "", FaultKind.Missing, "A request without a body is taken."),
        new OneStep(
            "content-type-unchecked",
            "invalid-rejected",
            "A body is read as JSON whatever it is declared to be."
        )
        {
            TakesAsJson = (_, _) => true,
        },
        new OneStep("json-takes-comments", "invalid-rejected", "Comments are taken in JSON.")
        {
            Reads = options => options with { CommentHandling = JsonCommentHandling.Skip },
        },
        new OneStep("json-takes-trailing-commas", "invalid-rejected", "Trailing commas are taken in JSON.")
        {
            Reads = options => options with { AllowTrailingCommas = true },
        },
        new OneStep("optional-not-looked-at", "invalid-rejected", "No optional property is judged.")
        {
            Judges = (_, problems) =>
                problems.RemoveAll(problem =>
                    problem.Place.Path is "phoneNumber" or "webhookUrl" or "metadata" or "deleteData"
                ),
        },
        new LostValidation("root-takes-list", "", FaultKind.Object, "A list is taken as body.")
        {
            Takes = value => value.IsArray,
        },
        new OneStep("second-error-forgives", "invalid-rejected", "A request with two problems or more is taken.")
        {
            Judges = (_, problems) =>
            {
                if (problems.Count > 1)
                {
                    problems.Clear();
                }
            },
        },
    ];
}
