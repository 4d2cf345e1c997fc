using System.Text.Json.Nodes;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Errors;

internal sealed class DateOfBirthInError()
    : SpoiledError("date-of-birth-in-error", "personal-data-not-echoed", "An error repeats the date of birth.")
{
    protected override void Spoil(CallRequest request, JsonObject body) =>
        body["detail"]![0]!["ctx"] = new JsonObject { ["dateOfBirth"] = request.TextAt("user.dateOfBirth") };
}
