using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtConstant()
    : Defect("created-at-constant", "created-at", "The time of creation is always the same.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("createdAt", "2020-01-01T00:00:00Z");
}
