using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelConstant()
    : Defect("user-label-constant", "echo", "Every label comes back as the same text.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetLabel(_ => "user");
}
