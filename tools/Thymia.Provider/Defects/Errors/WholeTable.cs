using Thymia.Provider.Calls;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Errors;

/// <summary>What is wrong with the whole of a 422.</summary>
internal sealed class WholeTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("error-as-html", "content-type", "An error is labelled as a page.")
        {
            Replies = (_, answer) =>
                answer.Status == 422 ? answer with { ContentType = "text/html; charset=utf-8" } : answer,
        },
        new OneStep("error-is-empty", "error-structure", "An error has no body.")
        {
            Replies = (_, answer) => answer.Status == 422 ? answer with { Body = default } : answer,
        },
        new OneStep("error-is-page", "error-structure", "An error is a page labelled as JSON.")
        {
            Replies = (_, answer) => answer.Status == 422 ? Answer.Of(422, "<h1>Unprocessable Entity</h1>") : answer,
        },
        new OneStep("error-listed-twice", "error-structure", "The first error is listed twice.")
        {
            Judges = (_, problems) =>
            {
                if (problems.Count > 0)
                {
                    problems.Add(problems[0]);
                }
            },
        },
        new OneStep("first-error-only", "error-complete", "Only the first of several errors is listed.")
        {
            Judges = (_, problems) =>
            {
                if (problems.Count > 1)
                {
                    problems.RemoveRange(1, problems.Count - 1);
                }
            },
        },
        new OneStep("two-errors-only", "error-complete", "No more than two errors are listed.")
        {
            Judges = (_, problems) =>
            {
                if (problems.Count > 2)
                {
                    problems.RemoveRange(2, problems.Count - 2);
                }
            },
        },
        new OneStep("unrelated-error-added", "error-location", "Every refusal blames the webhook as well.")
        {
            Judges = (_, problems) =>
            {
                if (problems.Count > 0)
                {
                    problems.Add(new Problem(Place.In("webhookUrl"), problems[0].Fault));
                }
            },
        },
        new OneStep("validation-200", "invalid-rejected", "Invalid input is answered with 200 and an error body.")
        {
            Replies = (_, answer) => answer.Status == 422 ? answer with { Status = 200 } : answer,
        },
        new OneStep("validation-400", "status-documented", "Invalid input is answered with 400.")
        {
            Replies = (_, answer) => answer.Status == 422 ? answer with { Status = 400 } : answer,
        },
        new OneStep("validation-500-html", "no-server-error", "Invalid input is answered with 500 and a page.")
        {
            Replies = (_, answer) =>
                answer.Status == 422 ? Answer.Of(500, "<h1>Server Error</h1>", "text/html") : answer,
        },
        new OneStep(
            "wrong-error-location",
            "error-location",
            "An error names another property than the one that is wrong."
        )
        {
            Judges = (_, problems) =>
            {
                for (var i = 0; i < problems.Count; i++)
                {
                    var other = problems[i].Place.Path == "language" ? "agent" : "language";
                    problems[i] = problems[i] with { Place = Place.In(other) };
                }
            },
        },
    ];
}
