using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Generation.Values;

/// <summary>
/// Data that reaches nobody: telephone numbers that Ofcom, the North American Numbering Plan and ACMA keep for drama,
/// hosts under names that RFC 2606 and RFC 6761 reserve, labels that say who made them.
/// </summary>
internal static class Fiction
{
    /// <summary>Starts every label, so that an operator can find and purge what the suite made.</summary>
    public const string Marker = "thymia-conformance";

    /// <summary>
    /// The day that ages are counted from: a fixed one, so that a seed gives the same dates for ever.
    /// </summary>
    public static readonly DateOnly Today = new(2025, 1, 1);

    private static readonly string[] Hosts =
    [
        "example.com",
        "example.org",
        "example.net",
        "hooks.example.com",
        "api.test",
    ];
    private static readonly string[] Paths = ["calls", "events", "results"];
    private static readonly string[] Mailboxes = ["sam", "kim", "alex", "robin"];

    /// <summary>Lower-case hexadecimal digits.</summary>
    public static string Hexadecimal(Random random, int length) => string.Create(length, random, static (digits, r) =>
        {
            for (var i = 0; i < digits.Length; i++)
            {
                digits[i] = "0123456789abcdef"[r.Next(16)];
            }
        });

    /// <summary>E.164.</summary>
    public static string PhoneNumber(Random random) => ReservedNumbers.Draw(random);

    public static string Label(Draw draw, string pointer) =>
        $"{Marker}-{draw.RunSeed}-{draw.Seed.Derive(pointer).Value & 0xFFFFFFFF:x8}";

    public static string Url(Random random) =>
        $"https://{One(random, Hosts)}/" + $"{One(random, Paths)}/{Hexadecimal(random, 8)}";

    public static string Email(Random random) => $"{One(random, Mailboxes)}.{Hexadecimal(random, 6)}@example.com";

    public static string Host(Random random) => One(random, Hosts);

    /// <summary>An adult's.</summary>
    public static DateOnly BirthDate(Random random) => Today.AddDays(-random.Next(18 * 366, 95 * 365));

    private static T One<T>(Random random, T[] all) => all[random.Next(all.Length)];
}
