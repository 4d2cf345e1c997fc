using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class StatusMissing() : Defect("status-missing", "response-schema", "There is no status.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.Remove("status");
}
