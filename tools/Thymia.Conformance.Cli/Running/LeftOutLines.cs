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

        // What many operations share is said once.
        foreach (var part in plan.LeftOutParts.GroupBy(p => (p.Part, p.Step, p.Fault.Message)))
        {
            var names = part.Select(p => p.Operation).Distinct(StringComparer.Ordinal).ToList();
            var more = names.Count > 1 ? $" and {Amounts.Of(names.Count - 1, "other operation")}" : "";
            terminal.Error.WriteLine(
                SafeText.Of($"left out: {part.Key.Part} of {names[0]}{more} is not {part.Key.Step}: {part.Key.Message}")
            );
        }
    }

    /// <summary>How many were tested; null of a description with one operation.</summary>
    public static string? Share(RunPlan plan)
    {
        var all = plan.Operations.Count + plan.LeftOut.Count;
        return all > 1 ? $"{plan.Operations.Count} of {all} operations tested" : null;
    }
}
