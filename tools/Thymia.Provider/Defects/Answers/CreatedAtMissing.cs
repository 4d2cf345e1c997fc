using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class CreatedAtMissing()
    : Defect("created-at-missing", "response-schema", "There is no time of creation.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.Remove("createdAt");
}
