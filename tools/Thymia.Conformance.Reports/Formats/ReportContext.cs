using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;

namespace Thymia.Conformance.Reports.Formats;

/// <summary>What every format may make use of.</summary>
/// <param name="Run">The run so far.</param>
/// <param name="Folder">The folder of results.</param>
internal sealed record ReportContext(RunRecord Run, Masking Masking, string Folder, string ToolVersion)
{
    /// <summary>The description, as the user named it; null where it is the one that comes with the suite.</summary>
    public string? Description { get; init; }

    /// <summary>What changed since an earlier run; null where none is compared with, and before the results are
    /// written.</summary>
    public RunComparison? Changes { get; set; }

    public string PathOf(string fileName) => Path.Combine(Folder, fileName);
}
