using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Makes the case of a plan; where that fails, says so under the case's own id.</summary>
internal sealed class CaseMaking(ApiDescription description)
{
    private const string Unmade = "unmade";

    /// <summary>The case, not checked yet; or what is reported in its place.</summary>
    public CaseAttempt Make(CasePlan plan)
    {
        try
        {
            return new CaseAttempt(plan.Make(), null);
        }
        catch (Exception e)
        {
            var testCase = StandIn(plan);
            return new CaseAttempt(
                testCase,
                new RunEvent.CaseJudged(testCase, null, new Verdict.Erred(CaseFault.Of("making the case", e)))
            );
        }
    }

    // It carries the id alone: no request of it exists.
    private TestCase StandIn(CasePlan plan)
    {
        var operation = description.Operations.FirstOrDefault(o =>
            plan.Id.StartsWith(o.Id + ":", StringComparison.Ordinal)
        ) ?? description.Operations[0];
        return new TestCase
        {
            Id = plan.Id,
            Operation = operation,
            Location = Location.Body,
            Keyword = Unmade,
            Kind = Unmade,
            Tier = Tier.Plausible,
            Seed = default,
            Request = new CaseRequest { Method = operation.Method, Target = operation.Path },
            Expectation = new Expectation.Accepted(),
        };
    }
}
