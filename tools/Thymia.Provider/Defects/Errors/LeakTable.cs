using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

/// <summary>What is wrong with what may be shown of a 422.</summary>
internal sealed class LeakTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new SpoiledError("date-of-birth-in-error", "personal-data-not-echoed", "An error repeats the date of birth.")
        {
            Spoils = (request, body) =>
                body["detail"]![0]!["ctx"] = new JsonObject { ["dateOfBirth"] = request.TextAt("user.dateOfBirth") },
        },
        new SpoiledError("stack-trace-in-error", "internals-hidden", "An error shows a stack trace.")
        {
            Spoils = (_, body) =>
                body["detail"]![0]!["ctx"] = new JsonObject
                {
                    ["trace"] = "Traceback (most recent call last):\n  File \"/srv/app/calls.py\", line 12, in create",
                },
        },
        new SpoiledError("key-in-error", "key-not-echoed", "An error repeats the key.")
        {
            Spoils = (request, body) => body["detail"]![0]!["ctx"] = new JsonObject { ["x-api-key"] = request.Key },
        },
        new SpoiledError("phone-number-in-error", "personal-data-not-echoed", "An error repeats the phone number.")
        {
            Spoils = (request, body) =>
                body["detail"]![0]!["ctx"] = new JsonObject { ["phoneNumber"] = request.TextAt("phoneNumber") },
        },
    ];
}
