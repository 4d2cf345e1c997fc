using System.Text;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelAscii()
    : Defect("user-label-ascii", "echo", "A label comes back with question marks for all that is not ASCII.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetLabel(label => Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(label)));
}
