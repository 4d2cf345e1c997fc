using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class ContentTypeTwice()
    : Defect("content-type-twice", "header-once", "An answer has two content types.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer with { Header = ("Content-Type", "text/plain") };
}
