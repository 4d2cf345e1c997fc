using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>
/// Everything about calls that belong together in one run: ids for cases, what is sent after
/// them, and what is deleted at the end.
/// </summary>
public sealed class SequenceSession
{
    private const string Kept = "--keep says that it stays";
    private const string Stopped = "the run was stopped";

    private readonly SequencePlan? _plan;
    private readonly CreatedThings? _things;
    private readonly CaseBinding? _binding;
    private readonly SequelSending? _sequels;
    private readonly CleaningUp? _cleaning;

    /// <param name="plan">Null where no operation has to do with another.</param>
    /// <param name="listener">Follows what is created and deleted; null for nobody.</param>
    public SequenceSession(SequencePlan? plan, Replayer replayer, ICreationListener? listener)
    {
        if (plan is not { IsEmpty: false })
        {
            return;
        }

        _plan = plan;
        _things = new CreatedThings(plan, replayer.Gate, listener);
        var sender = new SequenceSender(plan, replayer, _things);
        _binding = new CaseBinding(
            plan,
            new ThingSupply(plan, _things, sender),
            new ListedThings(plan, sender),
            sender
        );
        _sequels = new SequelSending(plan, _things, sender);
        _cleaning = new CleaningUp(_things, sender);
    }

    /// <summary>Takes note of what an exchange created, or perhaps did.</summary>
    public void Observe(Exchange exchange, Stake stake) => _things?.Observe(exchange, stake, isForSequence: false);

    /// <summary>Deletes what this run created; what stays all the same, none in most runs.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<IReadOnlyList<LeftThing>> CleanUpAsync(CancellationToken cancellation) =>
        _cleaning is null ? [] : await _cleaning.RunAsync(_plan!.Keeps ? Kept : null, cancellation);

    /// <summary>What is left where nothing may be sent any more.</summary>
    public async Task<IReadOnlyList<LeftThing>> LeftAsync() =>
        _cleaning is null ? [] : await _cleaning.RunAsync(_plan!.Keeps ? Kept : Stopped, CancellationToken.None);

    /// <summary>The case as it is to be sent.</summary>
    internal async Task<BoundCase> BindAsync(TestCase testCase, CancellationToken cancellation) =>
        _binding is null ? new BoundCase(testCase) : await _binding.BindAsync(testCase, cancellation);

    /// <summary>Whether the answer shows that the case is to be sent to another thing instead.</summary>
    internal bool IsMisplaced(BoundCase bound, Exchange exchange) =>
        _binding is not null && exchange.Answer is { } answer && _binding.IsMisplaced(bound, answer.Status);

    /// <summary>What came after an accepted case; null where nothing did.</summary>
    internal async Task<Sequel?> FollowAsync(BoundCase bound, Exchange exchange, CancellationToken cancellation)
    {
        if (_sequels is null)
        {
            return null;
        }

        try
        {
            return await _sequels.FollowAsync(bound, exchange, cancellation);
        }
        finally
        {
            // From now on it may serve other cases.
            if (bound.Case.IsValid)
            {
                _things!.Find(exchange)?.Release();
            }
        }
    }
}
