using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Security;

internal sealed class WrongKeyInAnswer()
    : Defect("wrong-key-in-answer", "key-not-echoed", "The refusal of a wrong key repeats it.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer.Status == 401
            ? Answer.Of(401, $"{{\"detail\":{JsonStrings.Encode("Unknown key " + request.Key)}}}")
            : answer;
}
