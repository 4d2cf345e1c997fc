using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>Says before anything is sent which secrets go where, and which are missing.</summary>
internal static class CredentialLines
{
    public static void Write(Terminal terminal, RunPlan plan)
    {
        foreach (var note in plan.CredentialNotes)
        {
            terminal.Error.WriteLine($"credentials: {SafeText.Of(note)}");
        }
    }
}
