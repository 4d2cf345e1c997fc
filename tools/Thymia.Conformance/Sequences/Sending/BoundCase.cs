using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>A case as it is to be sent: to things that exist, as far as there are any.</summary>
internal sealed class BoundCase(TestCase testCase)
{
    private bool _holds;

    public TestCase Case => testCase;

    /// <summary>The thing it is about; null where its path has values of its own.</summary>
    public CreatedThing? Thing { get; init; }

    /// <summary>What the thing came by; null where there is none.</summary>
    public Relation? Relation { get; init; }

    public ThingUse Use { get; init; }

    /// <summary>Why it cannot be sent, as a clause; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the problem is that what it needs must not be created.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>The thing as it was before; null where nobody needs to know.</summary>
    public Exchange? Before { get; set; }

    /// <summary>Whether values of the description's own were taken for ids that exist.</summary>
    public bool RestsOnExamples { get; init; }

    /// <summary>Keeps others from changing the thing until the case is done.</summary>
    public async Task HoldAsync(CancellationToken cancellation)
    {
        await Thing!.Changing.WaitAsync(cancellation);
        _holds = true;
    }

    /// <summary>Lets others change the thing again; does nothing a second time.</summary>
    public void Release()
    {
        if (_holds)
        {
            _holds = false;
            Thing!.Changing.Release();
        }
    }
}

/// <summary>What a case may do to the thing it is sent to.</summary>
internal enum ThingUse
{
    /// <summary>Read it.</summary>
    Read,

    /// <summary>Nothing, since the request is to be refused.</summary>
    Refused,

    /// <summary>Change it.</summary>
    Changed,

    /// <summary>Delete it.</summary>
    Deleted,
}
