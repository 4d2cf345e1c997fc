using Thymia.Conformance.Files;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats.Har;

/// <summary>
/// <c>exchanges.har</c>: every request and answer in HTTP Archive 1.2, masked, written while the run goes on so that
/// none is held. It is put in place when it is whole.
/// </summary>
internal sealed class HarFile : IDisposable
{
    private const int LongestBody = 32_000;
    private readonly string _file;
    private readonly Masking _masking;
    private readonly FileStream _stream;
    private readonly HarLog _log;
    private bool _finished;

    /// <exception cref="UnusableInputException">The file cannot be written.</exception>
    public HarFile(string file, Uri baseUrl, Masking masking, string toolVersion)
    {
        _file = file;
        _masking = masking;
        _stream = OutputFile.OpenBeside(file);
        _log = new HarLog(_stream, baseUrl, toolVersion, indented: false);
    }

    public void Add(RunEvent.CaseJudged judged)
    {
        if (judged is { Exchange: { } exchange, Within: null })
        {
            OutputFile.Guard(_file, () => _log.Write(Entry(judged, exchange)));
        }
    }

    /// <summary>Ends the file and puts it in place.</summary>
    /// <param name="comment">What one should know of the whole run; null for nothing.</param>
    public void Finish(string? comment)
    {
        OutputFile.Guard(_file, () =>
        {
            _log.Finish(comment);
            _stream.Write("\n"u8);
            _stream.Dispose();
        });
        OutputFile.PutInPlace(_file);
        _finished = true;
    }

    public void Dispose()
    {
        _log.Dispose();
        if (!_finished)
        {
            // What a run left unfinished is of no use to anyone.
            _stream.Dispose();
            OutputFile.Remove(_file + ".partial");
        }
    }

    private HarEntry Entry(RunEvent.CaseJudged judged, Exchange exchange)
    {
        var masked = _masking.For(judged.Case, LongestBody);
        return new HarEntry(
            Request(judged.Case, masked),
            exchange.Answer is { } answer ? Answered(answer, masked) : null,
            _masking.Text($"{judged.Case.Id}: {Outcome(judged.Verdict)}")
        )
        {
            SentAt = exchange.SentAt,
            Duration = exchange.Duration,
        };
    }

    private static HarRequest Request(TestCase testCase, MaskedCase masked) =>
        new(
            testCase.Request.Method,
            masked.Target,
            RequestHeaders.Of(testCase.Request).Select(masked.RequestHeader),
            masked.RequestBody is { } body
                ? Body(testCase.Request.ContentType ?? "", body, testCase.Request.Body?.Length ?? 0)
                : null
        );

    private static HarAnswer Answered(Answer answer, MaskedCase masked) =>
        new(
            answer.Status,
            answer.Headers.Select(masked.AnswerHeader),
            masked.AnswerText(answer.Header("location") ?? ""),
            Body(masked.AnswerText(answer.Header("content-type") ?? ""), masked.Answer(answer.Body), answer.Body.Length)
        );

    private static HarBody Body(string type, MaskedText body, int size) =>
        new(type, body.Text, size)
        {
            Comment = body.IsCut ? $"its first {Amounts.Whole(LongestBody)} characters" : null,
        };

    private static string Outcome(Verdict verdict) =>
        verdict switch
        {
            Verdict.Failed failed => "failed " + string.Join(", ", failed.Findings.Select(f => f.Check).Distinct()),
            Verdict.Tolerated t => $"tolerated by {t.Rule}",
            Verdict.Known k => $"known deviation {k.Deviation}",
            Verdict.Inconclusive i => $"no verdict: {i.Reason}",
            Verdict.Erred e => $"the suite erred: {e.Reason}",
            _ => "passed",
        };
}
