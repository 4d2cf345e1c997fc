using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class DateOfBirthInAnswer()
    : Defect("date-of-birth-in-answer", "personal-data-not-echoed", "The date of birth comes back.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("dateOfBirth", request.TextAt("user.dateOfBirth") ?? "");
}
