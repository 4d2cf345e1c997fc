using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtNumber()
    : Defect("created-at-number", "response-schema", "The time of creation is a number.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("createdAt", "1767225600");
}
