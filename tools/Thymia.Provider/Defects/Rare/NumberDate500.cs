using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class NumberDate500()
    : Defect("number-date-500", "no-server-error", "A number as date of birth ends in a 500.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        request.At("user.dateOfBirth").IsNumber ? Answer.ServerError() : answer;
}
