using Thymia.Provider.Calls;
using Thymia.Provider.Kept;

namespace Thymia.Provider.Defects.Kept;

/// <summary>Calls that stay although they were deleted, and second deletions that end badly.</summary>
internal sealed class DeletedTable : IDefectTable
{
    private const string Gone = "gone-after-delete";
    private const string Twice = "delete-twice";

    public IReadOnlyList<Defect> Rows { get; } =
    [
        new KeptDefect(
            "call-not-deleted",
            Gone,
            "A DELETE is answered and deletes nothing.",
            new OneKeptStep { Deletes = (_, _) => { } }
        ),
        new KeptDefect(
            "read-call-not-deleted",
            Gone,
            "A call that was read before is not deleted.",
            new OneKeptStep { Deletes = (store, call) => Remove(store, call, call.Reads == 0) }
        ),
        new KeptDefect(
            "another-call-deleted",
            Gone,
            "A DELETE deletes the caller's last call instead, unless that is the one.",
            new OneKeptStep { Deletes = (store, call) => store.Remove(store.All.LastOrDefault(c => c != call) ?? call) }
        ),
        new KeptDefect(
            "deleted-call-empty",
            Gone,
            "A call that was deleted, or never was, reads as an empty object.",
            new OneKeptStep
            {
                Replies = (request, answer) =>
                    request is { Method: "GET", Id: not null, IsOfResults: false } && answer.Status == 404
                        ? Answer.Of(200, "{}")
                        : answer,
            }
        ),
        new KeptDefect(
            "deleted-call-listed",
            Gone,
            "A call that was deleted is not found, but is still in the list.",
            new OneKeptStep
            {
                Deletes = (_, call) => call.IsMarkedDeleted = true,
                Finds = (_, _, call) => call is { IsMarkedDeleted: true } ? null : call,
            }
        ),
        OfSecond(
            "second-delete-405",
            "Deleting a call that is not there is no method.",
            Answer.Detail(405, "Method Not Allowed")
        ),
        OfSecond(
            "second-delete-409",
            "Deleting a call that is not there is a conflict.",
            Answer.Detail(409, "Conflict")
        ),
        OfSecond(
            "second-delete-400",
            "Deleting a call that is not there is a bad request.",
            Answer.Detail(400, "Bad Request")
        ),
    ];

    private static void Remove(CallStore store, KeptCall call, bool isMeant)
    {
        if (isMeant)
        {
            store.Remove(call);
        }
    }

    private static KeptDefect OfSecond(string name, string description, Answer answer) =>
        new(
            name,
            Twice,
            description,
            new OneKeptStep
            {
                Replies = (request, usual) => request.Method == "DELETE" && usual.Status == 404 ? answer : usual,
            }
        );
}
