using System.Globalization;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// The variables by which job runners tell a job which part it is: Kubernetes, GitLab, CircleCI, Buildkite, Azure.
/// </summary>
internal static class ShardVariables
{
    // Name of the part's number, the number of the first part, name of how many there are.
    private static readonly (string Index, int First, string Count)[] Runners =
    [
        ("JOB_COMPLETION_INDEX", 0, "JOB_COMPLETION_COUNT"),
        ("CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
        ("CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
        ("BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT"),
        ("SYSTEM_JOBPOSITIONINPHASE", 1, "SYSTEM_TOTALJOBSINPHASE"),
    ];

    /// <summary>Null where no runner has divided the job.</summary>
    /// <exception cref="UnusableInputException">One says which part this is, and not sensibly of how many.</exception>
    public static Shard? Find(IReadOnlyDictionary<string, string> environment)
    {
        var runner = Runners.FirstOrDefault(r => environment.GetValueOrDefault(r.Index, "").Length > 0);
        if (runner.Index is null)
        {
            return null;
        }

        var (index, count) = (environment[runner.Index], environment.GetValueOrDefault(runner.Count, ""));
        var shard = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Shard.Parse(string.Create(CultureInfo.InvariantCulture, $"{number + 1 - runner.First}/{count}"))
            : null;
        return shard switch
        {
            null => throw new UnusableInputException(
                "shard-not-known",
                $"it says part '{SafeText.Of(index)}', and {runner.Count} says '{SafeText.Of(count)}' for how many",
                runner.Index,
                $"set {runner.Count}, or say {SettingCatalogue.Shard.Option} K/N"
            ),
            { Count: 1 } => null,
            _ => shard,
        };
    }
}
