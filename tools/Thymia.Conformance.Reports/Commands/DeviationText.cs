using System.Globalization;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Commands;

/// <summary>The words for what became of a known deviation, the same in every report.</summary>
public static class DeviationText
{
    /// <summary><c>lenient-sex: invalid-rejected, request body at /user/birthSex, 3 cases</c>.</summary>
    public static string Subject(DeviationOutcome outcome)
    {
        var deviation = outcome.Deviation;
        string?[] parts =
        [
            deviation.Check,
            deviation.Location,
            deviation.Case,
            outcome.Cases > 0 ? Amounts.Of(outcome.Cases, "case") : null,
        ];
        return SafeText.Of($"{deviation.Id}: {string.Join(", ", parts.Where(p => p is not null))}");
    }

    /// <summary>Why it is accepted and until when; or that it no longer is, or no longer need be.</summary>
    public static string Remark(DeviationOutcome outcome)
    {
        var deviation = outcome.Deviation;
        var day = deviation.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return SafeText.Of(
            outcome.State switch
            {
                DeviationState.Known => $"{deviation.Reason} ({deviation.Owner}, until {day})",
                DeviationState.Expired =>
                    $"accepted until {day}, and no longer: {deviation.Reason} ({deviation.Owner})",
                DeviationState.Fixed => "it no longer occurs: take it off the list",
                _ => "no judged case concerns it",
            }
        );
    }
}
