using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdWithoutDashes()
    : Defect("id-without-dashes", "response-schema", "The id is upper-case and has no hyphens.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("id", answer.Text("id").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant());
}
