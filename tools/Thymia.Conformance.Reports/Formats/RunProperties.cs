using System.Globalization;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Formats;

/// <summary>What every report says of a run as a whole, by name: how it was judged, and what it left behind.</summary>
internal static class RunProperties
{
    /// <summary>In the order in which reports write them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(RunRecord run)
    {
        yield return new("seed", $"{run.Started!.Seed}");
        if (VerdictLines.Policy(run) is { } policy)
        {
            yield return new("policy", policy);
        }

        if (run.Finished?.Created is { } created)
        {
            yield return new("created", created.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var remark in run.Remarks.Where(r => r.Verdict == "remark").DistinctBy(r => (r.Rule, r.Reason)))
        {
            yield return new("remark", SafeText.Of($"{remark.Rule}: {remark.Reason}"));
        }
    }
}
