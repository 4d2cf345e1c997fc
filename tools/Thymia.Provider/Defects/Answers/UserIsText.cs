using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserIsText() : Defect("user-is-text", "response-schema", "The user is the label itself.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("user", request.TextAt("user.userLabel") ?? "");
}
