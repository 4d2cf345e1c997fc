using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class RejectionCutOff()
    : Defect("rejection-cut-off", "no-answer", "The connection is closed in place of every validation error.")
{
    public override Answer Reply(CallRequest request, Answer answer) => answer with { IsCutOff = answer.Status == 422 };
}
