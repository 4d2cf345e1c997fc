using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model;

/// <summary>A finding fit to be shown, with the case that led to it.</summary>
public sealed record ReportedFinding(Finding Finding, TestCase Case)
{
    /// <summary>The smallest request that fails the same check; null where none was sought or found.</summary>
    public TestCase? Reduced { get; init; }

    /// <summary>The request to show: the reduced one where there is one.</summary>
    public TestCase Shown => Reduced ?? Case;

    /// <summary>Parts of a finding come from the provider: none of them may steer a terminal.</summary>
    public static ReportedFinding Of(Finding finding, TestCase testCase) =>
        new(
            finding with
            {
                Location = SafeText.Of(finding.Location),
                Found = SafeText.Of(finding.Found),
                Expected = SafeText.Of(finding.Expected),
                Source = SafeText.Of(finding.Source),
            },
            testCase
        );
}
