using System.Globalization;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Diagnosing;

/// <summary>
/// Whether a provider can be tested: it answers, its clock is right, and it takes the credential. Nothing is sent that
/// could create anything: only what a run sends before its cases.
/// </summary>
internal sealed class ProviderExamination(RunOptions options, TimeSpan clockSkew)
{
    private const string Reach = "Provider";
    private const string Clock = "Clock";
    private const string Credential = "Credential";

    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<IReadOnlyList<Diagnosis>> MakeAsync(CancellationToken cancellation)
    {
        if (options.OperationProbes().OrderByDescending(p => p.Request.CarriesKey).FirstOrDefault() is not { } probe)
        {
            return
            [
                new Diagnosis(
                    Reach,
                    Condition.Doubtful,
                    "the description has no operation that can be tried without a chance of creating something",
                    "see what a run sends with run --dry-run"
                ),
            ];
        }

        await using var replayer = new Replayer(options.Replay);
        var exchange = await replayer.SendAsync(probe.Request, cancellation);
        return exchange.Answer is { } answer
            ? [Answered(probe, exchange, answer), ClockOf(exchange, answer), CredentialOf(exchange)]
            : [Unreached(exchange)];
    }

    private Diagnosis Unreached(Exchange exchange) =>
        new(
            Reach,
            Condition.Bad,
            $"{options.Replay.BaseUrl} gives no answer: {exchange.Failure ?? exchange.Withheld}",
            "check --base-url, and that the provider is up and reachable from here"
        );

    private Diagnosis Answered(Probe probe, Exchange exchange, Answer answer)
    {
        var sentence =
            $"{options.Replay.BaseUrl} answers {probe.Operation.Name} with status {answer.Status} after "
            + $"{exchange.Duration.TotalMilliseconds:0} ms";
        return answer.Status switch
        {
            404 => new Diagnosis(
                Reach,
                Condition.Doubtful,
                sentence,
                "see that --base-url ends where the description's paths begin"
            ),
            >= 500 => new Diagnosis(Reach, Condition.Doubtful, sentence, "see whether the provider is well"),
            >= 300 and < 400 => new Diagnosis(
                Reach,
                Condition.Doubtful,
                sentence,
                "give --base-url the address that it redirects to: no redirect is followed"
            ),
            _ => Diagnosis.Fine(Reach, sentence),
        };
    }

    private Diagnosis ClockOf(Exchange exchange, Answer answer)
    {
        if (
            !DateTimeOffset.TryParse(
                answer.Header("date"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var theirs
            )
        )
        {
            return Diagnosis.Fine(Clock, "the answer has no Date to compare with");
        }

        // Date has whole seconds, and was set at some time before the answer was there.
        var difference = theirs - exchange.SentAt;
        var beyond = difference.Duration() - exchange.Duration - TimeSpan.FromSeconds(1);
        return beyond <= clockSkew
            ? Diagnosis.Fine(Clock, "the provider's clock agrees with this machine's")
            : new Diagnosis(
                Clock,
                Condition.Doubtful,
                $"the provider's clock is {difference.Duration().TotalSeconds:0} s "
                    + $"{(difference > TimeSpan.Zero ? "ahead of" : "behind")} this machine's",
                "set the clocks, or allow for it with --clock-skew"
            );
    }

    private Diagnosis CredentialOf(Exchange exchange) =>
        KeyRefusal.Of(exchange, options.Judging) is { } refusal
            ? new Diagnosis(Credential, Condition.Bad, refusal, KeyRefusal.Hint)
        : exchange.Request is { CarriesKey: true, Key: KeyUse.Configured }
            ? Diagnosis.Fine(Credential, "the request that carried it was not refused for it")
        : Diagnosis.Fine(Credential, "none was sent: the operation demands none, or none is configured");
}
