using Spectre.Console;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Screens;

/// <summary>What is about to be tested, and against whom.</summary>
public static class RunHeader
{
    /// <param name="quiet">Whether the one line is enough that says what is tested.</param>
    public static void Write(IAnsiConsole console, RunPlan plan, Uri baseUrl, bool embedded, bool quiet = false)
    {
        var contract = plan.Description;
        var provider = (
            "Provider",
            $"{baseUrl.ToString().TrimEnd('/')}{(embedded ? " (embedded reference provider)" : "")}"
        );
        if (quiet)
        {
            Fields.Write(console, "", provider);
            return;
        }

        Fields.Write(
            console,
            "",
            provider,
            ("Contract", SafeText.Of($"{contract.Title} {contract.Version}, {contract.Source}")),
            ("Cases", SafeText.Of($"{Amounts.Whole(plan.Total)} of {Names(plan.Operations)}, seed {plan.Seed}"))
        );
        Fields.Write(console, "", ("Policy", PolicyOf(plan, embedded)));
        if (contract.IgnoredKeywords.Count > 0)
        {
            Fields.Write(console, "", ("Ignored", SafeText.Of(PassedOver(contract))));
        }

        foreach (var remark in plan.Remarks)
        {
            Fields.Write(console, "", ("Remark", SafeText.Of(remark)));
        }

        console.WriteLine();
    }

    private static string PolicyOf(RunPlan plan, bool embedded) =>
        plan.PolicyName(embedded) is var name && name == PolicyChoice.Auto
            ? "auto, by what the provider answers to three requests that none should accept"
            : $"{name}, {(embedded && !plan.IsPolicyConfigured ? RunPlan.DefaultPolicyReason : "configured")}";

    /// <summary>The keywords of the description that no verdict takes into account.</summary>
    internal static string PassedOver(ApiDescription contract) =>
        "what is said by " + string.Join(", ", contract.IgnoredKeywords.Order(StringComparer.Ordinal));

    private static string Names(IReadOnlyList<Operation> operations) =>
        operations.Count <= 2 ? string.Join(" and ", operations.Select(o => o.Name)) : $"{operations.Count} operations";
}
