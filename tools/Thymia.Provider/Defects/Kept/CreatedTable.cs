using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Kept;

/// <summary>Calls that are not there once they were created, or are not as they were sent.</summary>
internal sealed class CreatedTable : IDefectTable
{
    private const string Check = "readable-after-create";

    public IReadOnlyList<Defect> Rows { get; } =
    [
        new KeptDefect(
            "call-not-kept",
            Check,
            "A call is accepted and not kept.",
            new OneKeptStep { KeepsIf = _ => false }
        ),
        new KeptDefect(
            "call-in-english-not-kept",
            Check,
            "A call in British English is accepted and not kept.",
            new OneKeptStep { KeepsIf = c => Text(c.Body, "language") != "en-GB" }
        ),
        new KeptDefect(
            "call-to-delete-not-kept",
            Check,
            "A call whose data is to be deleted is gone at once.",
            new OneKeptStep { KeepsIf = c => !c.IsDeletedLater }
        ),
        new KeptDefect(
            "kept-label-cut",
            Check,
            "A user's label is kept up to its eighth character.",
            new OneKeptStep { KeepsAs = c => Cut(c.Body["user"]!.AsObject()) }
        ),
        new KeptDefect(
            "kept-user-lost",
            Check,
            "A call is kept under an empty user's label.",
            new OneKeptStep { KeepsAs = c => c.Body["user"]!["userLabel"] = "" }
        ),
        new KeptDefect(
            "kept-language-other",
            Check,
            "A call is kept in plain English, whatever its language.",
            new OneKeptStep { KeepsAs = c => c.Body["language"] = "en" }
        ),
        new KeptDefect(
            "kept-delete-data-turned",
            Check,
            "The wish to delete a call's data is kept the other way round.",
            new OneKeptStep { KeepsAs = c => c.Body["deleteData"] = !c.IsDeletedLater }
        ),
        new KeptDefect(
            "kept-agent-id-other",
            Check,
            "A call is kept with another agent than it was created with.",
            new OneKeptStep
            {
                KeepsAs = c =>
                {
                    if (c.Body["agent"] is JsonObject agent && agent.ContainsKey("id"))
                    {
                        agent["id"] = "another-agent";
                    }
                },
            }
        ),
        new KeptDefect(
            "read-of-first-call",
            Check,
            "Whichever call is read, the first one of the caller is shown.",
            new OneKeptStep
            {
                Finds = (store, request, call) =>
                    call is null || request.Method != "GET" ? call : store.All.First(c => c.Caller == call.Caller),
            }
        ),
        new KeptDefect(
            "read-after-create-410",
            Check,
            "A call that is there reads as if it were gone.",
            new OneKeptStep
            {
                Replies = (request, answer) =>
                    request is { Method: "GET", Id: not null, IsOfResults: false } && answer.Status == 200
                        ? Calls.Answer.Detail(410, "Gone")
                        : answer,
            }
        ),
    ];

    private static string Text(JsonObject body, string name) => body[name]?.GetValue<string>() ?? "";

    private static void Cut(JsonObject user)
    {
        var label = Text(user, "userLabel");
        user["userLabel"] = label[..Math.Min(label.Length, 8)];
    }
}
