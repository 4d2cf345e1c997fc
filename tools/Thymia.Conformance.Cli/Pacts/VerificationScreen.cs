using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>What Pact's verifier found, for a person: what is not as agreed, then the verdict.</summary>
internal static class VerificationScreen
{
    private const int MostInteractions = 20;

    public static void Write(Terminal terminal, VerifyResult result)
    {
        var wrong = result.Interactions.Where(i => !i.Passed && i.Skipped is null).ToList();
        foreach (var interaction in wrong.Take(MostInteractions))
        {
            Write(terminal, interaction);
        }

        if (wrong.Count > MostInteractions)
        {
            terminal.Out.WriteLine(
                $"and {Amounts.Of(wrong.Count - MostInteractions, "more interaction")}: see verification.json\n"
            );
        }

        foreach (var (reason, count) in result.Interactions.Where(i => i.Skipped is not null).CountBy(i => i.Skipped!))
        {
            terminal.Note($"{Amounts.Of(count, "interaction")} {reason}");
        }

        foreach (var state in result.StatesNotSetUp)
        {
            terminal.Note($"the state '{state}' was not set up: no URL is given with --provider-states-url");
        }

        terminal.Out.WriteLine(Verdict(result));
        terminal.Out.WriteLine(Counts(result));
    }

    private static void Write(Terminal terminal, VerifiedInteraction interaction)
    {
        var pending = interaction.Pending ? ", pending" : "";
        terminal.Out.WriteLine(
            SafeText.Of(
                (interaction.Error is null ? "✗" : "?")
                    + $" {interaction.Description} ({interaction.Consumer}{pending})"
            )
        );
        foreach (var problem in interaction.Mismatches.Select(m => m.Sentence).DefaultIfEmpty(interaction.Error ?? ""))
        {
            terminal.Out.WriteLine("   " + SafeText.Of(problem.ReplaceLineEndings(" ")));
        }

        foreach (var remark in interaction.Remarks)
        {
            terminal.Out.WriteLine("   " + SafeText.Of(remark.ReplaceLineEndings(" ")));
        }

        terminal.Out.WriteLine($"   in {SafeText.Of(interaction.File)}\n");
    }

    private static string Verdict(VerifyResult result)
    {
        var all = Amounts.Of(result.Interactions.Count, "interaction");
        var counted = result.Interactions.Where(i => !i.Pending).ToList();
        var broken = counted.Count(i => i.Mismatches.Count > 0);
        var passed = result.Interactions.Count(i => i.Passed);
        return result.Outcome switch
        {
            VerifyOutcome.Broken =>
                $"The pacts are broken: {broken} of {all} {(broken == 1 ? "is" : "are")} not as agreed.",
            VerifyOutcome.Unreachable when counted.Any(i => i.Error is not null) =>
                $"No verdict: {counted.Count(i => i.Error is not null)} of {all} got no answer to compare.",
            VerifyOutcome.Unreachable => $"No verdict: none of {all} was tried.",
            _ when passed == 0 => "Nothing is broken that counts: what is not as agreed is pending.",
            _ => $"The pacts are honoured: {Amounts.Of(passed, "interaction")}.",
        };
    }

    private static string Counts(VerifyResult result)
    {
        (int Count, string Name)[] counts =
        [
            (result.Interactions.Count(i => i is { Pending: false, Mismatches.Count: > 0 }), "broken"),
            (result.Interactions.Count(i => i is { Pending: false, Error: not null }), "without an answer"),
            (result.Interactions.Count(i => i is { Pending: true, Passed: false }), "pending and not as agreed"),
            (result.Interactions.Count(i => i.Skipped is not null), "not tried"),
        ];
        var others = counts.Where(c => c.Count > 0).Select(c => $", {Amounts.Whole(c.Count)} {c.Name}");
        return $"{Amounts.Whole(result.Interactions.Count(i => i.Passed))} as agreed{string.Concat(others)}";
    }
}
