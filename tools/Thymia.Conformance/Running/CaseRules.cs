using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running;

/// <summary>Which cases are sent at all, which once more, and which in company.</summary>
internal sealed class CaseRules(RunOptions options)
{
    private readonly bool _isLocal = options.Replay.BaseUrl.IsLoopback;

    private readonly SendingGate _gate = new(options.Replay);

    /// <summary>Null where the case may be sent, or the sender alone can tell.</summary>
    public string? ReasonToSkip(TestCase testCase) =>
        _gate.ReasonOfReach(testCase.Request) ?? options.SecondOpinion(testCase);

    /// <summary>
    /// Why the case may have to stay unsent, before anything is created; null where it need not. Ids differ
    /// from case to case, and are left out.
    /// </summary>
    public string? ChangeForecast(TestCase testCase) =>
        _gate.ReasonOfChange(testCase.Request) is null ? null
        : testCase.Request.Method == "DELETE" && testCase.Request.PathValues.Count == 0
            ? "would delete all of a collection, which is never done"
        : $"would change what this run did not create, unless it comes to; {SettingCatalogue.AllowChanges.Option} "
            + $"({SettingCatalogue.AllowChanges.Variable}) sends it";

    /// <summary>Whether more requests can show more: a key that is refused is refused each time.</summary>
    public bool CanShowMore(TestCase testCase, Exchange exchange) =>
        !KeyRefusal.IsCertain(testCase, exchange) || KeyRefusal.Of(exchange, options.Judging) is null;

    public bool IsSentTwice(TestCase testCase) =>
        IsOneIn(options.RepeatEvery, testCase)
        && (testCase.Expectation is not Expectation.Accepted || (_isLocal && MeansTheSameTwice(testCase)));

    public bool IsCrowded(TestCase testCase) =>
        IsOneIn(options.CrowdEvery, testCase)
        && _isLocal
        && testCase
            is { Expectation: Expectation.Rejected, Request.Body.Length: > 0, Mutation.Constraint.Keyword: not "json" };

    // A value that is to be unique is refused the second time, and what was deleted is gone (RFC 9110, 9.2.2), unless
    // the API says that each request makes something new.
    private bool MeansTheSameTwice(TestCase testCase) =>
        Methods.IsRepeatable(testCase.Request.Method)
        || options.Judging.Rules.Any(r =>
            r.Kind == RuleKind.Unique && r.Path == testCase.Operation.Path && r.Method == testCase.Operation.Method
        );

    private static bool IsOneIn(int every, TestCase testCase) => every > 0 && testCase.Seed.Value % (ulong)every == 0;
}
