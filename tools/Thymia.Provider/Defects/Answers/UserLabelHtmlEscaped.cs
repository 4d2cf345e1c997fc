using System.Net;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class UserLabelHtmlEscaped()
    : Defect(
        "user-label-html-escaped", "echo",
        "A label comes back with its angle brackets, quotes and ampersands escaped for HTML.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetLabel(label => WebUtility.HtmlEncode(label));
}
