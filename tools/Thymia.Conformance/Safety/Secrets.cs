using System.Globalization;

namespace Thymia.Conformance.Safety;

/// <summary>
/// The one definition of what counts as a secret in a text. Checks ask for leaks and every writer for masks: a writer
/// may mask more than a check reports, and never less.
/// </summary>
public static class Secrets
{
    /// <summary>Characters below which a text identifies nobody, and masking it would mask half of a report.</summary>
    public const int ShortestMasked = 4;

    /// <summary>Characters below which a key turns up by chance.</summary>
    public const int ShortestLeak = 6;

    // From here on a part of a key is no word and no coincidence.
    private const int ShortestPart = 16;

    // Characters that a part must have beside what is public of the key.
    private const int ShortestUnpublicLeak = 8;
    private const int ShortestUnpublicMask = 4;

    // How far into a key its public prefix may reach, as in sk_live_.
    private const int LongestPrefix = 12;

    /// <summary>A key that is to be masked, with any part of it that gives half of it away, or 16 characters.</summary>
    /// <param name="key">None are returned where it is null or too short.</param>
    public static IReadOnlyList<Secret> OfKey(string? key, string mask) =>
        key is not { Length: >= ShortestMasked }
            ? []
            :
            [
                new SecretWord(
                    key,
                    mask,
                    new SecretMeasure(
                        Math.Clamp((key.Length + 1) / 2, Math.Min(ShortestLeak, key.Length), ShortestPart)
                    )
                    {
                        PublicLength = TokenHeaderLength(key),
                        ShortestUnpublic = ShortestUnpublicMask,
                        AnyCase = true,
                    }
                ),
            ];

    /// <summary>The same for every configured secret; of user and password the password by itself as well.</summary>
    public static IReadOnlyList<Secret> OfKeys(string? key, IEnumerable<string> others, string mask) =>
        others is KnownSecrets known
            ? new LiveSecrets(known, all => OfKeys(key, [.. all], mask))
            : OfKeys(key, [.. others], mask);

    private static IReadOnlyList<Secret> OfKeys(string? key, string[] others, string mask) =>
        [
            .. others
                .Prepend(key)
                .OfType<string>()
                .SelectMany(Parts)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(s => OfKey(s, mask)),
        ];

    /// <summary>What of a secret is one by itself.</summary>
    public static IEnumerable<string> Parts(string secret) =>
        secret.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            ? [secret, secret[(colon + 1)..]]
            : [secret];

    /// <summary>
    /// A key as an answer leaks it: whole, or a part of 16 characters and of half of it, never a token's header or a
    /// public prefix alone.
    /// </summary>
    /// <param name="key">None are returned where it is null or too short.</param>
    public static IReadOnlyList<Secret> LeaksOf(string? key) =>
        key is not { Length: >= ShortestLeak }
            ? []
            :
            [
                new SecretWord(
                    key,
                    "",
                    new SecretMeasure(Math.Min(key.Length, Math.Max(ShortestPart, (key.Length + 1) / 2)))
                    {
                        PublicLength = Math.Max(TokenHeaderLength(key), PrefixLength(key)),
                        ShortestUnpublic = ShortestUnpublicLeak,
                        AnyCase = key.Length >= ShortestPart,
                    }
                ),
            ];

    /// <summary>
    /// A text that is known to anybody, as an answer repeats it: whole, since a part of it says nothing.
    /// </summary>
    internal static IReadOnlyList<Secret> LeaksOfKnown(string text) =>
        [new SecretWord(text, "", new SecretMeasure(text.Length) { AnyCase = true })];

    /// <summary>
    /// A value of a person: as it is and encoded, a date in any order, as a word or a time stamp, a telephone number in
    /// any grouping.
    /// </summary>
    public static IReadOnlyList<Secret> OfPerson(string value, string mask) => Of(value, mask, encoded: true);

    /// <summary>A value of a person as an answer leaks it: the same, but for what is encoded.</summary>
    public static IReadOnlyList<Secret> LeaksOfPerson(string value) => Of(value, "", encoded: false);

    private static Secret[] Of(string value, string mask, bool encoded)
    {
        if (value.Length < ShortestMasked)
        {
            return [];
        }

        var word = new SecretWord(value, mask, new SecretMeasure(value.Length) { AnyCase = true, Encoded = encoded });
        return DayOf(value) is { } day ? [word, new SecretDate(day, mask)]
            : SecretPhone.IsOne(value) ? [word, new SecretPhone(value, mask)]
            : [word];
    }

    private static DateOnly? DayOf(string value) =>
        DateOnly.TryParseExact(
            value.Length > 10 && value[10] is 'T' or 't' or ' ' ? value[..10] : value,
            ["yyyy-M-d", "yyyyMMdd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    // The first of three segments, which begins as every JSON object does.
    private static int TokenHeaderLength(string key) =>
        key.StartsWith("eyJ", StringComparison.Ordinal) && key.Split('.') is [var header, _, _] ? header.Length + 1 : 0;

    private static int PrefixLength(string key) =>
        key.AsSpan(0, Math.Min(key.Length, LongestPrefix)).LastIndexOfAny('_', '-', '.') + 1;
}
