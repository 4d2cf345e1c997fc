using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserWholeInAnswer()
    : Defect("user-whole-in-answer", "personal-data-not-echoed", "The whole user comes back.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.Set("user", request.At("user").Raw);
}
