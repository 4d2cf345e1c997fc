using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences;

namespace Thymia.Conformance.Running;

/// <summary>What a run needs to know before it starts.</summary>
public sealed record RunOptions
{
    public required ApiDescription Description { get; init; }

    public required Seed Seed { get; init; }

    /// <summary>Each is made shortly before its turn comes, so they need not all exist at once.</summary>
    public required IEnumerable<CasePlan> Cases { get; init; }

    /// <summary>
    /// Which of <see cref="Cases"/> carry the edges of others; none where there is no limit of calls.
    /// </summary>
    internal IReadOnlyList<PackedRow> Packed { get; init; } = [];

    /// <summary>The ids of cases that go out by themselves before a limit of calls is used up by packed ones.</summary>
    internal IReadOnlySet<string> Indispensable { get; init; } = new HashSet<string>();

    /// <summary>How many <see cref="Cases"/> there are.</summary>
    public required int Total { get; init; }

    /// <summary>What the cases are to break, so that reports can tell what was left out; none where nobody
    /// asks.</summary>
    public IReadOnlyList<ConstraintPlan> Constraints { get; init; } = [];

    /// <summary>Operations that a fault of the description keeps from being tested; none by default.</summary>
    public IReadOnlyList<LeftOutOperation> LeftOut { get; init; } = [];

    /// <summary>Says why a case is not what it claims to be; null where it is.</summary>
    public required Func<TestCase, string?> Guard { get; init; }

    /// <summary>
    /// Says why another engine's judgement keeps a case from being sent; null where nothing is against it.
    /// </summary>
    public Func<TestCase, string?> SecondOpinion { get; init; } = static _ => null;

    public required ReplayOptions Replay { get; init; }

    public JudgeOptions Judging { get; init; } = new();

    /// <summary>What shows the framework of the provider where the policy is left open; none by default.</summary>
    public Func<IReadOnlyList<Probe>> FrameworkProbes { get; init; } = () => [];

    /// <summary>
    /// A harmless request for each operation that has one, to find out why none is answered; none by default.
    /// </summary>
    public Func<IEnumerable<Probe>> OperationProbes { get; init; } = () => [];

    /// <summary>How long cases may be begun; null, the default, for any time.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>How many calls the run may create.</summary>
    public int MaxAcceptedCalls => Replay.CallLimit;

    /// <summary>Whether a request that timed out is sent once more; false by default.</summary>
    public bool RetryTimeouts { get; init; }

    /// <summary>
    /// One case in so many is sent twice, to see whether the answer is of the same class; 10 by default, 0 for none.
    /// Valid cases are sent twice to this machine only, since each creates a call.
    /// </summary>
    public int RepeatEvery { get; init; } = 10;

    /// <summary>
    /// One rejected case in so many is sent again beside a huge request, to this machine only; 30 by default, 0 for
    /// none.
    /// </summary>
    public int CrowdEvery { get; init; } = 30;

    /// <summary>
    /// How many failed random cases a run reduces to the smallest request that still fails; 5 by default, 0 for none.
    /// Those that must be accepted are reduced on this machine only, since each step creates a call.
    /// </summary>
    public int ReduceAtMost { get; init; } = 5;

    /// <summary>
    /// What the cases need and leave behind; null, the default, where no operation has to do with another.
    /// </summary>
    public SequencePlan? Sequences { get; init; }

    /// <summary>Whether requests of the run create things that have to be deleted again.</summary>
    internal bool CreatesThings => Sequences?.Relations.All.Any(r => r.Creates) == true;

    /// <summary>Where each case is written down as soon as it is judged; null for nowhere.</summary>
    public IRunJournal? Journal { get; init; }

    /// <summary>
    /// What an earlier part of the same run has done, which <see cref="Cases"/> leave out; nothing by default.
    /// </summary>
    public RunPast Past { get; init; } = RunPast.None;

    /// <summary>What is known to deviate; nothing by default.</summary>
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>Whether a known deviation that no longer occurs is a failure; false by default.</summary>
    public bool StrictDeviations { get; init; }
}
