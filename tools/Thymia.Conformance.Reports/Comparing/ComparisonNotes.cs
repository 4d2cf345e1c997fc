using System.Globalization;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>What one should know of a comparison besides what broke and what was fixed, a sentence each.</summary>
internal static class ComparisonNotes
{
    private const int MostWords = 8;

    public static IEnumerable<string> Of(RunComparison comparison)
    {
        var (old, now) = (comparison.Old, comparison.New);
        if (comparison.ContractChanged)
        {
            yield return $"The contract changed: {Contract(old.Description)} became {Contract(now.Description)}; "
                + $"{Amounts.Of(comparison.Added.Count, "way")} came and {Amounts.Whole(comparison.Removed.Count)} "
                + "went.";
        }
        else if (comparison.Added.Count + comparison.Removed.Count > 0)
        {
            yield return $"The runs did not have the same cases: {Amounts.Of(comparison.Added.Count, "way")} came and "
                + $"{Amounts.Whole(comparison.Removed.Count)} went.";
        }

        if (old.Policy?.Name != now.Policy?.Name)
        {
            yield return $"The policy changed: {old.Policy?.Name ?? "none"} became {now.Policy?.Name ?? "none"}.";
        }

        if (old.Seed != now.Seed)
        {
            yield return $"The seeds differ, {old.Seed} and {now.Seed}: the same ways were tried with other values.";
        }

        if (comparison.Vocabulary is { } words)
        {
            yield return $"The validator's words changed in {Amounts.Of(words.Ways, "way")}: "
                + $"{Words("gone", words.Gone)}"
                + $"{Words("new", words.Come)}clients that tell errors apart by type will notice.";
        }
    }

    public static string Of(LatencyChange change) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Kind} answers: the median went from {change.Old.Milliseconds.P50:0.0} to "
                + $"{change.New.Milliseconds.P50:0.0} ms ({change.Share:+0%;-0%}), p90 from "
                + $"{change.Old.Milliseconds.P90:0.0} to "
                + $"{change.New.Milliseconds.P90:0.0} ms"
        );

    private static string Contract(ContractSnapshot contract) =>
        $"{contract.Title} {contract.Version} ({contract.Sha256[..Math.Min(8, contract.Sha256.Length)]})";

    private static string Words(string state, IReadOnlyList<string> words) =>
        words.Count == 0
            ? ""
            : $"{state} {string.Join(", ", words.Take(MostWords))}"
                + (words.Count > MostWords ? $" and {words.Count - MostWords} more; " : "; ");
}
