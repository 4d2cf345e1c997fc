using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>Says which operations of a description are not tested, and why.</summary>
internal static class LeftOutLines
{
    /// <summary>One line for each, on standard error: the rest goes on.</summary>
    public static void Write(Terminal terminal, RunPlan plan)
    {
        foreach (var (name, fault) in plan.LeftOut)
        {
            terminal.Error.WriteLine($"left out: {SafeText.Of(name)}: {SafeText.Of(fault.Message)}");
        }
    }

    /// <summary>How many were tested; null of a description with one operation.</summary>
    public static string? Share(RunPlan plan)
    {
        var all = plan.Operations.Count + plan.LeftOut.Count;
        return all > 1 ? $"{plan.Operations.Count} of {all} operations tested" : null;
    }
}
