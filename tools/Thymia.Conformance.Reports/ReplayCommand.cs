using Thymia.Conformance.Reports.Curl;

namespace Thymia.Conformance.Reports;

/// <summary>How to send one case of a run again.</summary>
/// <param name="Embedded">Whether the provider was the embedded one.</param>
/// <param name="Arguments">The options that the run had and its case depends on, as words.</param>
public sealed record ReplayCommand(bool Embedded, IReadOnlyList<string> Arguments)
{
    /// <summary>The command that sends a case again and shows each check's reasoning.</summary>
    public string For(string caseId) =>
        $"thymia-conformance explain {string.Join(' ', Arguments.Prepend(caseId).Select(PosixText.Quote))} --send";
}
