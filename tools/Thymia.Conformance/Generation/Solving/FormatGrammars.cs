namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Formats as patterns, from which texts are drawn that a pattern beside the format may match as well: no whole
/// grammar, and of hosts and mailboxes those alone that are reserved.
/// </summary>
internal static class FormatGrammars
{
    private const string Date = @"(?:19[5-9]\d|20[0-4]\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])";
    private const string Clock = @"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d";
    private const string Fraction = @"(?:|\.\d{3}|\.\d{6}|\.\d{1,9})";
    private const string Zone = @"(?:Z|Z|[+-](?:0\d|1[0-2]):(?:00|30|45))";
    private const string Host = @"(?:[a-z][a-z0-9]{0,12}\.)?example\.(?:com|org|net)";

    private const string Hex = "[0-9a-f]";
    private const string UpperHex = "[0-9A-F]";

    /// <summary>The pattern of a format; null where there is none.</summary>
    public static string? Of(string format) =>
        format switch
        {
            "date" => $"^{Date}$",
            "time" => $"^{Clock}{Fraction}{Zone}$",
            "date-time" => $"^{Date}T{Clock}{Fraction}{Zone}$",
            "duration" => "^P(?:[1-9]\\d?[YMWD]|T[1-9]\\d?[HMS]|[1-9]DT[1-9]H|[1-9]Y[1-9]M[1-9]DT[1-9]H[1-9]M[1-9]S)$",
            "uuid" => $"^(?:{Uuid(Hex, "[89ab]")}|{Uuid(UpperHex, "[89AB]")})$",
            "hostname" or "idn-hostname" => $"^{Host}$",
            "email" or "idn-email" => $@"^[a-zA-Z](?:[a-zA-Z0-9._+-]{{0,12}}[a-zA-Z0-9])?@{Host}$",
            "uri" or "iri" or "uri-reference" or "iri-reference" => $@"^https?:\/\/{Host}"
                + @"(?:\/[a-zA-Z0-9]{1,9}(?:\.[a-z]{3,4})?){0,3}\/?(?:\?[a-z]{1,6}=[a-zA-Z0-9]{1,9})?(?:#[a-z]{1,9})?$",
            _ => null,
        };

    private static string Uuid(string digit, string variant) =>
        $"{digit}{{8}}-{digit}{{4}}-[1-8]{digit}{{3}}-{variant}{digit}{{3}}-{digit}{{12}}";
}
