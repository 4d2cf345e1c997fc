using System.Globalization;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

internal sealed class IdNumber() : Defect("id-number", "response-schema", "The id is a number.")
{
    public override void Accept(CallRequest request, CallAnswer answer) =>
        answer.SetJson("id", request.Number.ToString(CultureInfo.InvariantCulture));
}
