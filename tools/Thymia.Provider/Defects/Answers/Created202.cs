using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class Created202()
    : Defect("created-202", "status-documented", "A call with a phone number is answered with 202.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 200 && request.At("phoneNumber").IsPresent ? answer with { Status = 202 } : answer;
}
