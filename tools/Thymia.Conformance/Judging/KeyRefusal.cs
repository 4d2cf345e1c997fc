using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging;

/// <summary>
/// A request refused for the key that it was configured to carry. Where a run begins with such answers only, the key is
/// the wrong one, and no answer says anything of the contract.
/// </summary>
public static class KeyRefusal
{
    /// <summary>What to do about it, as an imperative.</summary>
    public const string Hint = "set the key that the provider knows as THYMIA_APIKEY";

    private const int Unauthorized = 401;

    private static readonly int[] Usual = [Unauthorized, 403];

    /// <summary>
    /// Whether it is for the key without doubt: 401 says so, while an invalid request may be forbidden for what it is.
    /// </summary>
    public static bool IsCertain(TestCase testCase, Exchange exchange) =>
        testCase.IsValid || exchange.Answer is { Status: Unauthorized };

    /// <summary>What looks like a refusal of the key, as a clause; null where nothing does.</summary>
    public static string? Of(Exchange exchange, JudgeOptions options) =>
        exchange is { Request: { CarriesKey: true, Key: KeyUse.Configured }, Answer.Status: var status }
        && (options.KeyRefusals ?? Usual).Contains(status)
            ? $"the API key is refused with status {status}"
            : null;
}
