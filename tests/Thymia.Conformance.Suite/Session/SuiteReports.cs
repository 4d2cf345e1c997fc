using System.Reflection;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Results;

namespace Thymia.Conformance.Suite.Session;

/// <summary>The files that the tests leave behind, the same as those of the command line.</summary>
internal static class SuiteReports
{
    private static string Version { get; } = typeof(SuiteReports).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void Write(RunRecord run, ReplayCommand replay, string folder) =>
        ReportFile.Write(Path.Combine(folder, "results.json"), new ResultsFile(run, replay, Version).Write);
}
