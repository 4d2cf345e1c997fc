using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class AccentCutOff()
    : Defect("accent-cut-off", "no-answer", "The connection is closed for a label with a letter that is not ASCII.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer with
        {
            IsCutOff = request.TextAt("user.userLabel") is { } label && label.Any(letter => !char.IsAscii(letter)),
        };
}
