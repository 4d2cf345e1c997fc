using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Judging;

/// <summary>
/// Which check decides whether a case was rightly accepted or refused: exactly one, so that one cause is one finding.
/// </summary>
internal static class Outcomes
{
    public const string ValidAccepted = "valid-accepted";
    public const string InvalidRejected = "invalid-rejected";
    public const string KeyRequired = "key-required";
    public const string KeyEnforced = "key-enforced";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string UnknownPath = "unknown-path";

    /// <summary>The checks that each own some cases.</summary>
    public static IReadOnlyList<string> Owners { get; } =
    [ValidAccepted, InvalidRejected, KeyRequired, KeyEnforced, MethodNotAllowed, UnknownPath];

    /// <summary>
    /// The checks on the status of an answer. Where one of them has a finding, the answer is of a kind that was not
    /// asked for, and its content says nothing more.
    /// </summary>
    public static IReadOnlyList<string> All { get; } = ["no-server-error", .. Owners, "status-documented"];

    /// <summary>
    /// Whether the operation is asked at all, so that what it documents, its default included, governs the answer: an
    /// unknown path or method is none of the operation's.
    /// </summary>
    public static bool IsOfOperation(TestCase testCase) => OwnerOf(testCase) is not (MethodNotAllowed or UnknownPath);

    /// <summary>The id of the check that owns the case.</summary>
    public static string OwnerOf(TestCase testCase) =>
        (testCase.Expectation, testCase.Request.Key, testCase.Keyword) switch
        {
            (Expectation.Accepted, _, _) => ValidAccepted,
            (_, KeyUse.Absent, _) => KeyRequired,
            (_, not KeyUse.Configured, _) => KeyEnforced,
            (_, _, "method") => MethodNotAllowed,
            (_, _, "path") => UnknownPath,
            _ => InvalidRejected,
        };
}
