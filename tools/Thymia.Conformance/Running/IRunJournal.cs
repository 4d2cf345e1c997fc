using Thymia.Conformance.Generation;
using Thymia.Conformance.Sequences;

namespace Thymia.Conformance.Running;

/// <summary>Where a run writes down what it does as it does it, so that a process that dies has lost nothing.</summary>
public interface IRunJournal : ICreationListener
{
    /// <summary>By which policy the answers are judged.</summary>
    void Chosen(RunEvent.PolicyChosen chosen);

    /// <summary>A request is about to go that may create something.</summary>
    void Sending(TestCase testCase);

    /// <summary>Cases that were judged or discarded.</summary>
    void Judged(IReadOnlyList<RunEvent> happened);

    /// <summary>The run has come to its end.</summary>
    /// <param name="givenUp">Why it gave up before its last case; null where it did not.</param>
    /// <param name="created">How many calls were created, or may have been.</param>
    void Finished(TimeSpan duration, string? givenUp, int created);
}
