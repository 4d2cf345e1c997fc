using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelTrimmed()
    : Defect("user-label-trimmed", "echo", "A label comes back without the blanks around it.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetLabel(label => label.Trim());
}
