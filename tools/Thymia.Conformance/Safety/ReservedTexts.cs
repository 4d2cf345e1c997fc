namespace Thymia.Conformance.Safety;

/// <summary>
/// Values that lead to nobody, in the shapes that descriptions ask for. Where a drawn value would lead to somebody, the
/// first of these that fits takes its place.
/// </summary>
internal static class ReservedTexts
{
    private static readonly string[] Schemes = ["https://", "http://", "", "ftp://", "ws://", "wss://"];
    private static readonly string[] Paths = ["", "/", "/calls", "/a/b", "/calls/1", ":8443/calls", "/calls.json"];
    private static readonly string[] Mailboxes = ["sam", "kim.a1", "alex_2", "SAM", "a"];

    /// <summary>
    /// Whether the text leads to somebody: a number, host or mailbox that is not kept for fiction and documentation.
    /// </summary>
    public static bool LeadsToSomebody(string name, string text) => ReachOfText.Of(name, text).Any(r => !r.IsReserved);

    /// <summary>From the likeliest to the oddest.</summary>
    /// <param name="number">Chooses among those that are alike.</param>
    public static IEnumerable<string> All(int number) =>
        ReservedNumbers.Notations(number).Concat(Hosts()).Concat(Addresses());

    private static IEnumerable<string> Hosts() =>
        from scheme in Schemes
        from path in Paths
        from host in ReservedHosts.Samples
        select scheme + host + path;

    private static IEnumerable<string> Addresses() =>
        from mailbox in Mailboxes
        from host in ReservedHosts.Samples
        select $"{mailbox}@{host}";
}
