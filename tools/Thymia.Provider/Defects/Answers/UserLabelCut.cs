using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelCut() : Defect("user-label-cut", "echo", "A label comes back cut to 255 characters.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetLabel(label => label.Length > 255 ? label[..255] : label);
}
