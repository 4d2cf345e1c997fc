using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class AnswerWithByteOrderMark()
    : Defect("answer-with-byte-order-mark", "response-schema", "An answer begins with a byte order mark.")
{
    public override Answer Reply(CallRequest request, Answer answer) =>
        answer with { Body = (byte[])[0xEF, 0xBB, 0xBF, .. answer.Body.Span] };
}
