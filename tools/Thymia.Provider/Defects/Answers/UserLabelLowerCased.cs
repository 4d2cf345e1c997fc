using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelLowerCased()
    : Defect("user-label-lower-cased", "echo", "A label comes back in lower case.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetLabel(label => label.ToLowerInvariant());
}
