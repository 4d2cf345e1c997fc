using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging;

/// <summary>
/// Which check decides whether a case was rightly accepted or refused: exactly one, so that one cause is one finding.
/// </summary>
internal static class Outcomes
{
    public const string ValidAccepted = "valid-accepted";
    public const string InvalidRejected = "invalid-rejected";

    /// <summary>
    /// The checks on the status of an answer. Where one of them has a finding, the answer is of a kind that was not
    /// asked for, and its content says nothing more.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
        ["no-server-error", ValidAccepted, InvalidRejected, "status-documented"];

    /// <summary>The id of the check that owns the case.</summary>
    public static string OwnerOf(TestCase testCase) =>
        testCase.Expectation is Expectation.Accepted ? ValidAccepted : InvalidRejected;
}
