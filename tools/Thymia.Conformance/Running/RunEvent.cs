using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences;

namespace Thymia.Conformance.Running;

/// <summary>What a run tells its listeners, in order.</summary>
public abstract record RunEvent
{
    private RunEvent() { }

    /// <param name="Total">How many cases will be judged, discarded or skipped.</param>
    public sealed record RunStarted(ApiDescription Description, Uri BaseUrl, Seed Seed, int Total, DateTimeOffset At)
        : RunEvent
    {
        /// <summary>What the cases are to break; none where nobody said.</summary>
        public IReadOnlyList<ConstraintPlan> Constraints { get; init; } = [];

        /// <summary>Operations that a fault of the description keeps from being tested; none by default.</summary>
        public IReadOnlyList<LeftOutOperation> LeftOut { get; init; } = [];

        /// <summary>
        /// The checks that answers are put to, in the order of asking; those of the catalogue where nobody said.
        /// </summary>
        public IReadOnlyList<CheckDescription> Checks { get; init; } = CheckCatalogue.All;
    }

    /// <summary>By which policy the answers are judged; told before the first verdict.</summary>
    /// <param name="Policy">Its name, such as <c>strict</c>.</param>
    /// <param name="Reason">Why this one, as a clause.</param>
    public sealed record PolicyChosen(string Policy, string Reason) : RunEvent
    {
        /// <summary>
        /// What the requests got that were sent to choose it, 0 for no answer; they are
        /// no cases. None where none was needed.
        /// </summary>
        public IReadOnlyList<int> ProbeStatuses { get; init; } = [];

        /// <summary>How many of their answers asked for patience.</summary>
        public int Throttled { get; init; }
    }

    /// <summary>Our own generator erred: the case is not what it says and was not sent.</summary>
    public sealed record CaseDiscarded(TestCase Case, string Contradiction) : RunEvent;

    /// <param name="Exchange">Null where the case was skipped.</param>
    public sealed record CaseJudged(TestCase Case, Exchange? Exchange, Verdict Verdict) : RunEvent
    {
        /// <summary>
        /// The smallest request found that fails a failed random case's first check as well; null where none was sought
        /// or found.
        /// </summary>
        public TestCase? Reduced { get; init; }

        /// <summary>The verdict before known deviations were taken out of it; null where none were.</summary>
        public Verdict? Unexcused { get; init; }

        /// <summary>
        /// Whether there is no verdict for the key alone; nothing came of the case, which may be sent again.
        /// </summary>
        public bool KeyRefused { get; init; }

        /// <summary>Whether the run had no time left for the case, which may be sent when it goes on.</summary>
        public bool NotReached { get; init; }

        /// <summary>What the standards leave open, and a reader should know all the same; it fails nothing.</summary>
        public IReadOnlyList<Finding> Remarks { get; init; } = [];

        /// <summary>
        /// The id of the packed request that carried the case and whose exchange this
        /// is; null where it went out by itself.
        /// </summary>
        public string? Within { get; init; }

        /// <summary>Which checks applied: a bit for each, in the order of the catalogue.</summary>
        internal ulong Asked { get; init; }
    }

    /// <param name="Cancelled">True where the run was stopped before its last case.</param>
    public sealed record RunFinished(RunTotals Totals, TimeSpan Duration, bool Cancelled) : RunEvent
    {
        /// <summary>
        /// Why the run gave up before its last case, as a clause: the provider cannot be reached, or refuses the key.
        /// Null where it did not.
        /// </summary>
        public string? GivenUp { get; init; }

        /// <summary>Whether it gave up for the key.</summary>
        public bool KeyRefused { get; init; }

        /// <summary>What to change where it gave up, as an imperative; null where nothing is known.</summary>
        public string? Hint { get; init; }

        /// <summary>
        /// How many requests went out, those included that are no cases; null where nobody counted.
        /// </summary>
        public int? Requests { get; init; }

        /// <summary>How many calls were created, or may have been; null where nobody counted.</summary>
        public int? Created { get; init; }

        /// <summary>What the run created and could not delete, or was to keep; none in most runs.</summary>
        public IReadOnlyList<LeftThing> Left { get; init; } = [];

        /// <summary>What became of each known deviation; none where none was configured.</summary>
        public IReadOnlyList<DeviationOutcome> Deviations { get; init; } = [];

        /// <summary>Whether a known deviation that no longer occurs is a failure.</summary>
        public bool StrictDeviations { get; init; }

        /// <summary>
        /// The id of every check, with the number of answers it applied to: where it is 0, the check says nothing.
        /// </summary>
        public IReadOnlyDictionary<string, int> Asked { get; init; } = new Dictionary<string, int>();
    }
}
