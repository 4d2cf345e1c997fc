using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdInBraces() : Defect("id-in-braces", "response-schema", "The id is a uuid in braces.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("id", answer.Text("id").Insert(37, "}").Insert(1, "{"));
}
