using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the whole in a 200.</summary>
internal sealed class WholeTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("answer-as-text", "content-type", "A call is answered as text/plain.")
        {
            Replies = (_, answer) => answer.Status == 200 ? answer with { ContentType = "text/plain" } : answer,
        },
        new OneStep("answer-cached", "personal-answers-private", "A call is answered for shared caches to keep.")
        {
            Replies = (_, answer) =>
                answer.Status == 200 ? answer with { Header = ("Cache-Control", "public, max-age=60") } : answer,
        },
        new OneStep("answer-cut", "response-schema", "A call is answered with JSON that ends too soon.")
        {
            Replies = (_, answer) => answer.Status == 200 ? answer with { Body = answer.Body[..^1] } : answer,
        },
        new OneStep("answer-empty", "response-schema", "A call is answered with nothing.")
        {
            Replies = (_, answer) => answer.Status == 200 ? answer with { Body = default } : answer,
        },
        new OneStep("answer-in-list", "response-schema", "A call is answered with a list of one.")
        {
            Replies = (_, answer) => answer.Status == 200 ? Answer.Of(200, "[" + answer.Text() + "]") : answer,
        },
        new OneStep("answer-without-type", "content-type", "A call is answered without a content type.")
        {
            Replies = (_, answer) => answer.Status == 200 ? answer with { ContentType = null } : answer,
        },
        new OneStep("answer-wrapped", "response-schema", "A call is answered with an object around the answer.")
        {
            Replies = (_, answer) => answer.Status == 200 ? Answer.Of(200, "{\"data\":" + answer.Text() + "}") : answer,
        },
    ];
}
