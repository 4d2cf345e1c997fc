using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Running;

/// <summary>What a run would send, found out without sending anything.</summary>
public sealed class SendingForecast
{
    private readonly SortedDictionary<string, int> _valid = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _invalid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _skipped = [];
    private readonly CaseRules _rules;
    private readonly RunOptions _options;
    private readonly HashSet<string> _carried;
    private int _validRequests;
    private int _invalidRequests;

    private SendingForecast(RunOptions options)
    {
        _options = options;
        _rules = new CaseRules(options);
        _carried = options.Packed.SelectMany(r => r.Edges.Select(e => e.Id)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Valid cases by what they are about: a keyword, <c>example</c>, <c>random</c> and the like.</summary>
    public IReadOnlyDictionary<string, int> Valid => _valid;

    /// <summary>Invalid cases by the keyword they break.</summary>
    public IReadOnlyDictionary<string, int> Invalid => _invalid;

    /// <summary>Cases that the configuration rules out, by the reason.</summary>
    public IReadOnlyDictionary<string, int> Skipped => _skipped;

    /// <summary>Cases that are not what they say, which are never sent.</summary>
    public int Discarded { get; private set; }

    /// <summary>Calls that valid requests create at most.</summary>
    public int Calls => Math.Min(_validRequests, _options.MaxAcceptedCalls);

    /// <summary>Valid cases that would be skipped if every valid request created a call.</summary>
    public int BeyondLimit => _validRequests - Calls;

    /// <summary>All requests, those that are sent twice twice.</summary>
    public int Requests => Calls + _invalidRequests;

    /// <summary>How long the run takes at least, as fast as it may send; zero where it may send at any rate.</summary>
    public TimeSpan AtLeast => TimeSpan.FromSeconds(Requests / _options.Replay.Rate);

    /// <param name="tell">Gets each case, and why it is not sent: null where it is.</param>
    public static SendingForecast Of(RunOptions options, Action<TestCase, string?> tell)
    {
        var forecast = new SendingForecast(options);
        foreach (var plan in options.Cases)
        {
            var testCase = plan.Make();
            tell(testCase, forecast.Add(testCase));
        }

        return forecast;
    }

    private string? Add(TestCase testCase)
    {
        if (_options.Guard(testCase) is { } contradiction)
        {
            Discarded++;
            return contradiction;
        }

        if ((_rules.ReasonToSkip(testCase) ?? _rules.ChangeForecast(testCase)) is { } reason)
        {
            _skipped[reason] = _skipped.GetValueOrDefault(reason) + 1;
            return reason;
        }

        var creates = testCase.Expectation is Expectation.Accepted;
        var kinds = creates ? _valid : _invalid;
        kinds[testCase.Keyword] = kinds.GetValueOrDefault(testCase.Keyword) + 1;
        var times =
            _carried.Contains(testCase.Id) ? 0
            : _rules.IsSentTwice(testCase) ? 2
            : 1;
        _validRequests += creates ? times : 0;
        _invalidRequests += creates ? 0 : times;
        return null;
    }
}
