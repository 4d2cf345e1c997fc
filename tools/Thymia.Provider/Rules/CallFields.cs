namespace Thymia.Provider.Rules;

/// <summary>
/// The contract's fields and enumerations, written out by hand: nothing here is read from the document.
/// </summary>
internal static class CallFields
{
    public static readonly string[] BirthSexes = ["MALE", "FEMALE", "INTERSEX", "UNKNOWN"];

    public static readonly string[] Languages =
    [
        "en",
        "en-AU",
        "en-GB",
        "en-IE",
        "en-IN",
        "en-US",
        "en-ZA",
        "es-ES",
        "es-US",
        "id-ID",
        "ja-JP",
    ];

    public static readonly string[] Properties =
    [
        "phoneNumber",
        "user",
        "language",
        "agent",
        "webhookUrl",
        "metadata",
        "deleteData",
    ];

    public static readonly string[] UserProperties = ["userLabel", "dateOfBirth", "birthSex"];
}
