namespace Thymia.Conformance.Generation;

/// <summary>A case that can be made whenever it is wanted.</summary>
/// <param name="Id">The case's id.</param>
/// <param name="IsValid">Whether the case will honour the contract.</param>
/// <param name="Make">Makes the case; always the same one.</param>
public sealed record CasePlan(string Id, bool IsValid, Func<TestCase> Make)
{
    /// <summary>
    /// Why the case cannot be made, as a clause; null where it can, or where nobody need ask since its schema is plain.
    /// </summary>
    internal Func<string?> Problem { get; init; } = () => null;

    /// <summary>The plan of a case that is made already.</summary>
    public static CasePlan Of(TestCase testCase) => new(testCase.Id, testCase.IsValid, () => testCase);
}
