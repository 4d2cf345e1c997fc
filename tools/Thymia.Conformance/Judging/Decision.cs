namespace Thymia.Conformance.Judging;

/// <summary>What an exchange says about the provider, with all that led to it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Asked">A bit for each check that applied, in the order of the catalogue.</param>
/// <param name="Remarks">What the standards leave open; it fails nothing.</param>
internal sealed record Decision(Verdict Verdict, ulong Asked, IReadOnlyList<Finding> Remarks);
