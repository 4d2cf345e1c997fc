using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Thymia.Conformance.Text;
using Thymia.Conformance.Xunit.Cases;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Xunit;

/// <summary>
/// A test for each case of an OpenAPI description, and for each check over all of them: derive a class of your own, and
/// let it say by <see cref="IConformanceTests"/> what is tested. Each case is sent once, whichever test asks for it;
/// what the tests create is deleted at the end, and the reports are written to <c>results/</c>.
/// </summary>
/// <typeparam name="TSuite">The class itself, or another that says what is tested.</typeparam>
[StackTraceHidden]
[SuppressMessage(
    "Design",
    "CA1000",
    Justification = "xunit reads the rows of a theory from static members of its class."
)]
public abstract class ConformanceTests<TSuite> : IClassFixture<ConformanceSession<TSuite>>
    where TSuite : IConformanceTests
{
    /// <summary>What the description forbids: each constraint in each way it can be broken.</summary>
    public static IEnumerable<TheoryDataRow<string>> InvalidRequests =>
        CaseRows.Of(ConformanceSession<TSuite>.Planned, valid: false);

    /// <summary>What the description allows: each edge of each constraint.</summary>
    public static IEnumerable<TheoryDataRow<string>> ValidRequests =>
        CaseRows.Of(ConformanceSession<TSuite>.Planned, valid: true);

    /// <summary>Parts of the random cases.</summary>
    public static IEnumerable<TheoryDataRow<int>> RandomRequests => CaseRows.OfRandom;

    /// <summary>The checks that answers are put to.</summary>
    public static IEnumerable<TheoryDataRow<string>> AllChecks => CaseRows.OfChecks(ConformanceSession<TSuite>.Planned);

    /// <summary>Operations that cannot be tested.</summary>
    public static IEnumerable<TheoryDataRow<string>> LeftOutOperations =>
        CaseRows.OfLeftOut(ConformanceSession<TSuite>.Planned);

    /// <summary>An invalid request is rejected as documented.</summary>
    [Theory]
    [MemberData(nameof(InvalidRequests))]
    public Task Rejected(string caseId) => SessionTests.CaseAsync(Session(), caseId);

    /// <summary>A valid request is accepted.</summary>
    [Theory]
    [MemberData(nameof(ValidRequests))]
    public Task Accepted(string caseId) => SessionTests.CaseAsync(Session(), caseId);

    /// <summary>Random requests are answered as documented.</summary>
    [Theory]
    [MemberData(nameof(RandomRequests))]
    public Task Judged(int part) => SessionTests.RandomAsync(Session(), part);

    /// <summary>A check holds over all cases.</summary>
    [Theory]
    [MemberData(nameof(AllChecks))]
    public Task Holds(string check) => SessionTests.CheckAsync(Session(), check);

    /// <summary>
    /// An operation that a fault of the description keeps from being tested is skipped with the reason.
    /// </summary>
    [Theory]
    [MemberData(nameof(LeftOutOperations))]
    public void Tested(string operation) => SessionTests.Operation(Session().Plan, operation);

    // Whichever test comes first fails with the reason, and the others are skipped: one mistake is one failed test.
    private static ProviderSession Session()
    {
        if (ConformanceSession<TSuite>.Planned.Unusable is { } problem)
        {
            Assert.SkipUnless(
                ConformanceSession<TSuite>.IsFirstFailure(),
                "the settings cannot be used; the test that failed says why"
            );
            Assert.Fail(SafeText.Of($"{problem.Location}: {problem.Problem}; {problem.Hint}."));
        }

        return ConformanceSession<TSuite>.Current!;
    }
}
