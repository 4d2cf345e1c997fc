using System.Reflection;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>
/// What is to be tested, read once: by discovery for the names, by the run for the cases.
/// </summary>
internal sealed class SuitePlan
{
    private readonly Dictionary<string, CasePlan> _cases;

    /// <exception cref="UnusableInputException">The description cannot be used.</exception>
    public SuitePlan(ConformanceOptions options)
    {
        Options = options;
        Run = RunPlan.Read(options);
        Enumerated = [.. Run.Draw(0)];
        var enumerated = Enumerated.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Random = [.. Run.Cases.Where(c => !enumerated.Contains(c.Id))];
        _cases = Enumerated.Concat(Random).ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>What starts the command line from the folder where the user works.</summary>
    public static string Program { get; } =
        ProgramText.Of(
            WorkFolder.Find(AppContext.BaseDirectory),
            AppContext.BaseDirectory,
            null,
            Environment.GetEnvironmentVariable("PATH")
        );

    public static string Version { get; } =
        typeof(SuitePlan)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>The file that GitHub shows on a job's page; null elsewhere.</summary>
    public static string? StepSummary { get; } = Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY");

    public ConformanceOptions Options { get; }

    public RunPlan Run { get; }

    /// <summary>The cases that a description has whatever the seed: each is a test of its own.</summary>
    public IReadOnlyList<CasePlan> Enumerated { get; }

    /// <summary>As many as <c>THYMIA_RANDOM</c> asks for.</summary>
    public IReadOnlyList<CasePlan> Random { get; }

    public CasePlan Case(string id) => _cases[id];

    /// <summary>The options with files and folders that are named from where the user works.</summary>
    public static ConformanceOptions Rooted(ConformanceOptions options, string root) =>
        options with
        {
            Out = Path.GetFullPath(options.Out, root),
            CaFile = options.CaFile is { } authorities ? Path.GetFullPath(authorities, root) : null,
            Policy =
                options.Policy is { } policy && PolicyName.IsFile(policy)
                    ? Path.GetFullPath(policy, root)
                    : options.Policy,
            Description =
                options.Description is { } file && !DescriptionSource.IsAddress(file)
                    ? Path.GetFullPath(file, root)
                    : options.Description,
            Deviations = options.Deviations is { } known and not "none" ? Path.GetFullPath(known, root) : null,
        };
}
