using Spectre.Console;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>Shows what a run would send, and sends nothing.</summary>
internal sealed class DryRun(Terminal terminal, RunRequest request)
{
    private static readonly Uri Embedded = new("http://127.0.0.1");

    public int Show()
    {
        var plan = RunPlan.Read(request.Options);
        LeftOutLines.Write(terminal, plan);
        CredentialLines.Write(terminal, plan);
        var url = request.Options.BaseUrl ?? Embedded;
        RunHeader.Write(terminal.Screen(request.Colour), plan, url, request.Options.BaseUrl is null);
        var run = plan.For(url, request.Options.ApiKey);
        var forecast = SendingForecast.Of(run, request.Verbose ? Show : static (_, _) => { });
        Field("Valid", forecast.Valid);
        Field("Invalid", forecast.Invalid);
        if (new PackingForecast(plan, run) is { Requests: > 0 } packing)
        {
            Field("Packed", Packed(packing));
        }

        foreach (var (reason, count) in forecast.Skipped)
        {
            Field("Skipped", $"{Amounts.Of(count, "case")}: {reason}");
        }

        if (forecast.Discarded > 0)
        {
            Field("Discarded", $"{Amounts.Of(forecast.Discarded, "case")}: not what they say");
        }

        Field("Calls", Calls(forecast));
        Field("Requests", Amounts.Of(forecast.Requests, "request") + Pace(forecast));
        if (RemoteHostRules.Obstacle(request.Options) is { } obstacle)
        {
            Field("Needed", $"before anything is sent: {obstacle.Message}");
        }

        terminal.Out.WriteLine("Nothing was sent.");
        return 0;
    }

    // What is wrong with it, the method and where to, the size of the body, and which case it is.
    private void Show(TestCase testCase, string? unsent)
    {
        var word =
            unsent is not null ? "skipped"
            : testCase.IsValid ? "valid"
            : "invalid";
        var sent = testCase.Request;
        var bytes = Amounts.Whole(sent.Body?.Length ?? 0);
        terminal.Out.WriteLine(
            $"{word, -10}{SafeText.Of($"{sent.Method} {sent.Target}")} {bytes, 9} bytes  {SafeText.Of(testCase.Id)}"
        );
    }

    private static string Calls(SendingForecast forecast) =>
        $"up to {Amounts.Of(forecast.Calls, "call")} created"
        + (
            forecast.BeyondLimit > 0
                ? $", the limit ({SettingCatalogue.MaxAcceptedCalls.Option}): "
                    + $"{Amounts.Of(forecast.BeyondLimit, "valid request")}"
                    + " beyond it stay unsent"
                : ""
        )
        + "; a provider that accepts what it should refuse creates more";

    private static string Packed(PackingForecast packing) =>
        $"{Amounts.Of(packing.Requests, "request")} carry {Amounts.Of(packing.Edges, "edge")}: "
        + string.Join(", ", packing.ByKeyword.Select(k => $"{k.Keyword} {k.Carried} of {k.All}"))
        + $"; {PackingForecast.FurtherCalls} calls more would add {Amounts.Of(packing.Further, "edge")}";

    private static string Pace(SendingForecast forecast) =>
        forecast.AtLeast > TimeSpan.Zero
            ? $", in {Amounts.Time(forecast.AtLeast)} at least ({SettingCatalogue.Rate.Option})"
            : "";

    private void Field(string label, IReadOnlyDictionary<string, int> kinds) =>
        Field(
            label,
            $"{Amounts.Of(kinds.Values.Sum(), "case")}: {string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}"))}"
        );

    private void Field(string label, string value) => terminal.Out.WriteLine($"{label, -10}{SafeText.Of(value)}");
}
