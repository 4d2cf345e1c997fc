using System.Text.Unicode;
using Thymia.Provider.Calls;
using Thymia.Provider.Http;

namespace Thymia.Provider.Defects.Transport;

/// <summary>What stands around a body and is not understood.</summary>
internal sealed class HeaderTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("accept-anything-406", "valid-accepted", "Whoever accepts anything is told that there is nothing.")
        {
            Replies = (request, answer) => request.Header("Accept") is "*/*" ? NotAcceptable() : answer,
        },
        new OneStep("accept-parameters-406", "valid-accepted", "What is accepted is not understood with parameters.")
        {
            Replies = (request, answer) =>
                request.Header("Accept")?.Contains(';', StringComparison.Ordinal) == true ? NotAcceptable() : answer,
        },
        new OneStep(
            "bytes-500",
            "no-server-error",
            "A body that is no text ends in a 500 unless it is said to be JSON."
        )
        {
            Replies = (request, answer) =>
                !MediaTypeName.IsJson(request.ContentType ?? "") && !Utf8.IsValid(request.Body.Span)
                    ? Answer.ServerError()
                    : answer,
        },
        new ServerErrorWhen("chunked-500", "A body without a stated length ends in a 500.")
        {
            Fails = request => request.Header("Transfer-Encoding") is not null,
        },
        new ServerErrorWhen("language-header-500", "A list of languages in a header ends in a 500.")
        {
            Fails = request => request.Header("Accept-Language") is not null,
        },
        new ServerErrorWhen("property-twice-500", "A property that stands twice ends in a 500.")
        {
            Fails = request => request.Root.Members().GroupBy(m => m.Name).Any(g => g.Count() > 1),
        },
    ];

    private static Answer NotAcceptable() => Answer.Detail(406, "Not Acceptable");
}
