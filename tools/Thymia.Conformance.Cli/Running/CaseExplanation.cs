using System.Text;
using Spectre.Console;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>
/// Shows one case: what it is, what it breaks, what it must get; and what it does get, when it is sent.
/// </summary>
internal sealed class CaseExplanation(Terminal terminal, RunRequest request)
{
    private const string KeyMask = "[key]";
    private const int LongestBody = 2_000;

    private IReadOnlyList<Secret> _key = Secrets.OfKeys(
        request.Options.ApiKey,
        request.Options.FurtherSecrets,
        KeyMask
    );

    public async Task<int> ShowAsync(string id, bool send, CancellationToken cancellation)
    {
        var plan = RunPlan.Read(request.Options with { Only = ChosenCases.All, Filter = null }, cancellation);
        var testCase = Find(plan, id).Make();
        Show(testCase, plan);
        if (!send)
        {
            Field("curl", CurlLine.Of(testCase.Request, request.Options.BaseUrl ?? new Uri("http://127.0.0.1:8080")));
            return 0;
        }

        await using var provider = await ProviderUnderTest.StartAsync(
            request.Options,
            plan,
            request.Embedded,
            cancellation
        );
        _key = Secrets.OfKeys(provider.ApiKey, request.Options.FurtherSecrets, KeyMask);
        Field("curl", CurlLine.Of(testCase.Request, provider.BaseUrl));
        var run = plan.For(provider.BaseUrl, provider.ApiKey);
        await using var replayer = new Replayer(run.Replay, terminal.Time);
        var judge = new Judge(plan.Library, run.Judging);
        using var stages = new CaseStages(run, replayer, judge, new KnownDeviations([], default));
        var policy = await stages.ChoosePolicyAsync(cancellation);
        Field("policy", $"{policy.Policy}, {policy.Reason}");
        var stake = testCase.IsValid ? Stake.Valid : Stake.Unknown;
        var exchange = await replayer.SendAsync(testCase.Request, stake, cancellation);
        if (exchange.Withheld is { } reason)
        {
            Field("not sent", reason);
            return 3;
        }

        // As in a run, a call that is to be accepted is placed twice on this machine only.
        var repeat =
            testCase.Expectation is not Expectation.Accepted || provider.BaseUrl.IsLoopback
                ? await replayer.SendAsync(testCase.Request, stake, cancellation)
                : null;
        return Show(testCase, exchange, repeat, judge);
    }

    private static CasePlan Find(RunPlan plan, string id)
    {
        var plans = plan.Cases.ToList();
        return plans.FirstOrDefault(c => c.Id == id)
            ?? throw new UnusableInputException(
                "case-unknown",
                "there is no check and no case of that id",
                SafeText.Of(id),
                Spelling.Nearest(id, plans.Select(c => c.Id).Concat(plan.Checks.Select(c => c.Id))) is { } nearest
                    ? $"perhaps {nearest} is meant"
                    : "see thymia-conformance generate for all cases"
            );
    }

    private void Show(TestCase testCase, RunPlan plan)
    {
        Field("case", $"{testCase.Title} ({testCase.Operation.Name})");
        Field(
            "kind",
            testCase.IsValid
                ? $"valid, {Words(testCase.Tier.ToString())}"
                : $"invalid: breaks {testCase.Mutation!.Constraint.Source} at {testCase.Mutation.Location.Display}"
        );
        if (testCase.Mutation is { } mutation && (mutation.OldValue ?? mutation.NewValue) is not null)
        {
            Field("change", $"{Json(mutation.OldValue)} became {Json(mutation.NewValue)}");
        }

        foreach (var edge in testCase.Carries)
        {
            Field("carries", edge);
        }

        Field("must get", Of(testCase.Expectation));
        Field(
            "guard",
            plan.Contradiction(testCase) is { } contradiction
                ? $"contradicted: {contradiction}"
                : "the bytes are what the case says"
        );
        Field("body", Body(testCase.Request.Body));
    }

    private int Show(TestCase testCase, Exchange exchange, Exchange? repeat, Judge judge)
    {
        if (exchange.Answer is not { } answer)
        {
            Field("got", $"no answer: {exchange.Failure}");
            return 3;
        }

        var type = answer.Header("content-type") ?? "no content type";
        Field("got", $"{answer.Status} in {Amounts.Time(exchange.Duration)}, {type}");
        Field("answer", Body(answer.Body));
        if (repeat?.Answer is { } second)
        {
            Field("again", $"{second.Status} in {Amounts.Time(repeat.Duration)}");
        }

        terminal.Out.WriteLine();
        foreach (var report in judge.Explain(testCase, exchange, repeat))
        {
            terminal.Out.WriteLine($"{(report.IsBroken ? "✗" : " ")} {report.Check}: {Shown(report.Reasoning)}");
        }

        return judge.Decide(testCase, exchange, repeat) switch
        {
            Verdict.Failed or Verdict.Erred => 1,
            Verdict.Inconclusive => 3,
            _ => 0,
        };
    }

    private void Field(string label, string value) => terminal.Out.WriteLine($"{label, -10}{Shown(value)}");

    private string Shown(string text) => SafeText.Of(SecretText.Masked(text, _key));

    private static string Of(Expectation expectation) =>
        expectation switch
        {
            Expectation.Rejected r => $"{r.Status}, pointing at {string.Join(" or ", r.Places.Select(p => p.Display))}",
            Expectation.Refused r =>
                $"{(r.Statuses.Count > 9 ? "a client error" : string.Join(" or ", r.Statuses))}, since {r.Reason}",
            _ => "a documented success",
        };

    private static string Json(System.Text.Json.JsonElement? value) =>
        value is { } json ? Shortened(json.GetRawText()) : "nothing";

    private string Body(ReadOnlyMemory<byte>? body) =>
        body switch
        {
            null => "none",
            { Length: 0 } => "empty",
            { } bytes => Shortened(SecretText.Masked(Encoding.UTF8.GetString(bytes.Span), _key)),
        };

    private static string Shortened(string text) =>
        text.Length <= LongestBody ? text : $"{text[..LongestBody]}... ({Amounts.Of(text.Length, "character")})";

    private static string Words(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
