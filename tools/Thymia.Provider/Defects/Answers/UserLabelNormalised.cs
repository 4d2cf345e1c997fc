using System.Text;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelNormalised()
    : Defect(
        "user-label-normalised", "echo",
        "A label comes back in Unicode's composed form, with compatibility characters replaced.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetLabel(label => label.Normalize(NormalizationForm.FormKC));
}
