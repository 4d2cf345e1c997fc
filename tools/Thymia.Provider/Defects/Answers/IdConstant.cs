using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdConstant() : Defect("id-constant", "id-unique", "Every call has the same id.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("id", "6f1f3f5e-2f0a-4a51-9d0c-0b6f0a4f7c11");
}
