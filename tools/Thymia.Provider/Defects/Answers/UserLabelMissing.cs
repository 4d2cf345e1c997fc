using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelMissing() : Defect("user-label-missing", "response-schema", "The user has no label.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetJson("user", "{}");
}
