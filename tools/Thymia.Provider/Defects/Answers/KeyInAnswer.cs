using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class KeyInAnswer() : Defect("key-in-answer", "key-not-echoed", "The key comes back.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetText("status", "created by " + request.Key);
}
