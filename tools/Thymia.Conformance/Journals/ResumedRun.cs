using Thymia.Conformance.Running;

namespace Thymia.Conformance.Journals;

/// <summary>What a run that was stopped has left to do.</summary>
public static class ResumedRun
{
    /// <summary>The rest of a run that a journal tells the beginning of.</summary>
    /// <param name="run">The whole run.</param>
    public static RunOptions Of(RunOptions run, RunPlan plan, JournalContent begun) =>
        run with
        {
            Past = new RunPast(
                plan.Cases.Select(c => begun.Find(c, run.RetryTimeouts)).OfType<RunEvent>(),
                begun.Calls,
                IsSameProvider: begun.Header.Mode is null
            )
            {
                ProbeStatuses = begun.ProbeStatuses,
            },
            Cases = plan.Cases.Where(c => !begun.Holds(c.Id, run.RetryTimeouts)),
            Sequences = run.Sequences is null ? null : run.Sequences with { Before = begun.Left },
            Judging = begun.Policy is { } policy ? run.Judging.WithPolicy(policy, begun.PolicyReason) : run.Judging,
        };
}
