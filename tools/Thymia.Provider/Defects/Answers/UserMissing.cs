using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserMissing() : Defect("user-missing", "response-schema", "There is no user.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.Remove("user");
}
