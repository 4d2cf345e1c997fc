using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Diagnosing;

/// <summary>How much of the description can be tested.</summary>
internal static class DescriptionExamination
{
    public static Diagnosis Of(RunPlan plan)
    {
        var all = plan.Operations.Count + plan.LeftOut.Count;
        var sentence =
            $"{plan.Description.Source}: {plan.Operations.Count} of {Amounts.Of(all, "operation")} tested, "
            + $"{Amounts.Of(plan.Total, "case")} without random ones";
        return plan.LeftOut.Count + plan.LeftOutParts.Count == 0
            ? Diagnosis.Fine("Description", sentence)
            : new Diagnosis("Description", Condition.Doubtful, sentence, "see what is not tested and why with inspect");
    }
}
