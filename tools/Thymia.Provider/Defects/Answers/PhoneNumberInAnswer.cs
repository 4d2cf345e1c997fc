using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class PhoneNumberInAnswer()
    : Defect("phone-number-in-answer", "personal-data-not-echoed", "The phone number comes back.")
{
    public override void Accept(CallRequest request, CallAnswer answer)
    {
        if (request.TextAt("phoneNumber") is { } number)
        {
            answer.SetText("phoneNumber", number);
        }
    }
}
