using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Kept;

/// <summary>Calls that are missing in the list, that change by being read, or that others can read.</summary>
internal sealed class ReadTable : IDefectTable
{
    private const string Listed = "listed";
    private const string Idempotent = "idempotent";
    private const string Others = "other-caller-refused";
    private const int PageSize = 10;

    public IReadOnlyList<Defect> Rows { get; } =
    [
        new KeptDefect(
            "list-empty",
            Listed,
            "The list of calls is always empty.",
            new OneKeptStep { Lists = (_, _) => [] }
        ),
        new KeptDefect(
            "list-without-last",
            Listed,
            "The list of calls lacks the last one.",
            new OneKeptStep { Lists = (calls, _) => calls.SkipLast(1) }
        ),
        new KeptDefect(
            "list-of-one-page",
            Listed,
            "The list of calls ends with its first page.",
            new OneKeptStep { Lists = (calls, _) => calls.Take(PageSize) }
        ),
        new KeptDefect(
            "list-skips-between-pages",
            Listed,
            "The list of calls lacks the first one of every further page.",
            new OneKeptStep { Lists = (calls, _) => calls.Where((_, i) => i == 0 || i % PageSize != 0) }
        ),
        new KeptDefect(
            "read-changes-call",
            Idempotent,
            "Every second time a call is read, its user has another label.",
            new OneKeptStep
            {
                Shows = (call, body) =>
                {
                    if (call.Reads % 2 == 0)
                    {
                        body["user"] = new JsonObject { ["userLabel"] = "another user" };
                    }
                },
            }
        ),
        new KeptDefect(
            "second-put-409",
            Idempotent,
            "A PUT that changes nothing is a conflict.",
            new OneKeptStep
            {
                Changes = (request, before, after) =>
                {
                    request.Changes["isSame"] = JsonNode.DeepEquals(before, after);
                    return after;
                },
                Replies = (request, answer) =>
                    request is { Method: "PUT" } && request.Changes["isSame"]?.GetValue<bool>() == true
                        ? Answer.Detail(409, "Conflict")
                        : answer,
            }
        ),
        new KeptDefect(
            "second-put-appends",
            Idempotent,
            "A PUT that changes nothing doubles the notes.",
            new OneKeptStep
            {
                Changes = (request, before, after) =>
                    request.Method == "PUT" && JsonNode.DeepEquals(before, after) ? Doubled(after) : after,
            }
        ),
        new KeptDefect(
            "call-open-to-others",
            Others,
            "A call can be read by whoever has a key.",
            new OneKeptStep { IsOpen = _ => true }
        ),
        new KeptDefect(
            "deletable-call-open-to-others",
            Others,
            "A call whose data is to be deleted can be read by whoever has a key.",
            new OneKeptStep { IsOpen = c => c.IsDeletedLater }
        ),
    ];

    private static JsonObject Doubled(JsonObject body)
    {
        var copy = (JsonObject)body.DeepClone();
        var notes = copy["notes"]?.GetValue<string>();
        copy["notes"] = $"{notes} and {notes}";
        return copy;
    }
}
