using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdNull() : Defect("id-null", "response-schema", "The id is null.")
{
    public override void Accept(CallRequest request, CallAnswer answer) => answer.SetJson("id", "null");
}
