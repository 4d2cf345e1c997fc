namespace Thymia.Conformance.Generation.Breaks;

/// <summary>
/// Wrong texts in requests that are hard to refuse: the text is very long, or beside it stands half of a surrogate
/// pair, which JSON can escape and UTF-8 cannot write.
/// </summary>
internal static class HeavyTexts
{
    public const string VeryLong = "very-long";
    public const string BesideHalfAPair = "beside-lone-surrogate";

    // More than a 16-bit length holds, and less than the 100 kB that some servers take of a body.
    private const int Length = 70_000;

    private static readonly byte[] Member = "\"conformanceUnknown\":\"\\ud800\""u8.ToArray();

    /// <summary>The text with much behind it; null where that is more than a body may have.</summary>
    public static string? Long(string text, int maxBytes) =>
        text.Length + Length > maxBytes / 2 ? null : text + new string('x', Length);

    /// <summary>Breaks a constraint by a text, with half of a pair in an unknown property of the body.</summary>
    public static BreakKind Beside(Func<BreakContext, Break?> broken) =>
        new(BesideHalfAPair, broken) { Rewrite = WithMember };

    private static byte[]? WithMember(byte[] body) =>
        body is [(byte)'{', (byte)'"', ..] ? [(byte)'{', .. Member, (byte)',', .. body.AsSpan(1)] : null;
}
