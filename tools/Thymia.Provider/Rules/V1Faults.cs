namespace Thymia.Provider.Rules;

/// <summary>pydantic v1's words.</summary>
internal static class V1Faults
{
    public static readonly Fault Missing = new(FaultKind.Missing, "field required", "value_error.missing");

    public static readonly Fault Null = new(
        FaultKind.Null,
        "none is not an allowed value",
        "type_error.none.not_allowed"
    );

    public static readonly Fault Text = new(FaultKind.Text, "str type expected", "type_error.str");

    public static readonly Fault Date = new(FaultKind.Date, "invalid date format", "value_error.date");

    public static readonly Fault DateKind = new(
        FaultKind.Date,
        "invalid type; expected date, string, bytes, int or float",
        "type_error"
    );

    public static readonly Fault Boolean = new(
        FaultKind.Boolean,
        "value could not be parsed to a boolean",
        "type_error.bool"
    );

    public static readonly Fault Object = new(FaultKind.Object, "value is not a valid dict", "type_error.dict");

    public static readonly Fault Scheme = new(FaultKind.Uri, "invalid or missing URL scheme", "value_error.url.scheme");

    private static readonly Dictionary<string[], Fault> Enumerations = new()
    {
        [CallFields.BirthSexes] = OutsideOf(CallFields.BirthSexes),
        [CallFields.Languages] = OutsideOf(CallFields.Languages),
    };

    public static Fault Enumeration(string[] members) => Enumerations[members];

    private static Fault OutsideOf(string[] members) =>
        new(
            FaultKind.Enumeration,
            "value is not a valid enumeration member; permitted: '" + string.Join("', '", members) + "'",
            "type_error.enum",
            "{\"enum_values\":[\"" + string.Join("\",\"", members) + "\"]}"
        );
}
