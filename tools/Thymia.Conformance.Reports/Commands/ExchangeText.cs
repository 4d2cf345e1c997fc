using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Commands;

/// <summary>A request and its answer in full, as they look on the wire, masked so that anyone may read them.</summary>
public static class ExchangeText
{
    // As long as an answer's body is by default.
    private const int LongestBody = 1024 * 1024;

    /// <summary>
    /// The case, the request, a line with status and time, and the answer; or why there is no answer.
    /// </summary>
    public static string Of(RunEvent.CaseJudged judged, Uri baseUrl, Masking masking)
    {
        var masked = masking.For(judged.Case, LongestBody);
        var text = new StringBuilder();
        text.Append("# ").Append(judged.Case.Id).Append('\n');
        AppendRequest(text, judged.Case.Request, baseUrl, masked);
        text.Append("\n\n");
        if (judged.Exchange?.Answer is not { } answer)
        {
            return text.Append("# no answer: ")
                .Append(masking.Text(judged.Exchange?.Failure ?? "nothing was sent"))
                .Append('\n')
                .ToString();
        }

        text.Append("# ").Append(Amounts.Time(judged.Exchange.Duration)).Append(" later\n");
        AppendAnswer(text, answer, masked);
        return text.Append('\n').ToString();
    }

    private static void AppendRequest(StringBuilder text, CaseRequest request, Uri baseUrl, MaskedCase masked)
    {
        text.Append(request.Method)
            .Append(' ')
            .Append(masked.Target)
            .Append(" HTTP/1.1\n")
            .Append("host: ")
            .Append(baseUrl.Authority)
            .Append('\n');
        AppendHeaders(text, RequestHeaders.Of(request).Select(masked.RequestHeader));
        text.Append('\n').Append(masked.RequestBody?.Text);
    }

    private static void AppendAnswer(StringBuilder text, Answer answer, MaskedCase masked)
    {
        text.Append("HTTP/1.1 ").Append(answer.Status).Append('\n');
        AppendHeaders(text, answer.Headers.Select(masked.AnswerHeader));
        text.Append('\n').Append(masked.Answer(answer.Body).Text);
    }

    private static void AppendHeaders(StringBuilder text, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
