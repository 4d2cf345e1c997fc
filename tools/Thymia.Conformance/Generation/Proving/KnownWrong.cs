using System.Text.RegularExpressions;
using NJsonSchema.Validation;

namespace Thymia.Conformance.Generation.Proving;

/// <summary>What NJsonSchema is known to take or refuse wrongly, so that its word does not count there.</summary>
/// <param name="Keywords">The keywords in whose name it errs.</param>
/// <param name="Kinds">What it finds where it refuses wrongly; none where it only takes too much.</param>
/// <param name="Body">What the body looks like where it errs; null for any.</param>
internal sealed partial record KnownWrong(
    IReadOnlyList<string> Keywords,
    IReadOnlyList<ValidationErrorKind> Kinds,
    Regex? Body,
    string Reason
)
{
    /// <summary>Each was tried on NJsonSchema 11.6.2.</summary>
    public static IReadOnlyList<KnownWrong> All { get; } =
    [
        new(
            ["format"],
            [
                ValidationErrorKind.DateTimeExpected,
                ValidationErrorKind.DateExpected,
                ValidationErrorKind.TimeExpected,
                ValidationErrorKind.TimeSpanExpected,
                ValidationErrorKind.UriExpected,
                ValidationErrorKind.EmailExpected,
                ValidationErrorKind.HostnameExpected,
                ValidationErrorKind.IpV4Expected,
                ValidationErrorKind.IpV6Expected,
                ValidationErrorKind.GuidExpected,
                ValidationErrorKind.UuidExpected,
                ValidationErrorKind.Base64Expected,
            ],
            null,
            "it reads formats as .NET's parsers do, by the culture, or not at all"
        ),
        new(["pattern"], [ValidationErrorKind.PatternMismatch], null, "its expressions are .NET's and not ECMA-262's"),
        new(["enum"], [ValidationErrorKind.NotInEnumeration], null, "it compares members as text, so that \"1\" is 1"),
        new(
            ["type", "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
            [
                ValidationErrorKind.IntegerExpected,
                ValidationErrorKind.NumberNotMultipleOf,
                ValidationErrorKind.NumberTooBig,
                ValidationErrorKind.NumberTooSmall,
                ValidationErrorKind.NumberExpected,
            ],
            Fraction(),
            "it holds numbers as double or decimal: 1.0 is no integer, and digits are lost"
        ),
        new(
            ["minLength", "maxLength"],
            [ValidationErrorKind.StringTooShort, ValidationErrorKind.StringTooLong],
            BeyondBasicPlane(),
            "it counts UTF-16 units where JSON Schema counts characters"
        ),
        new(
            ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"],
            [],
            null,
            "it takes a bound of zero for none"
        ),
        new(
            ["uniqueItems"],
            [ValidationErrorKind.ItemsNotUnique],
            null,
            "it compares items as text, so that 1 is not 1.0"
        ),
        new(
            ["required", "minProperties", "additionalProperties"],
            [ValidationErrorKind.PropertyRequired, ValidationErrorKind.TooFewProperties],
            null,
            "it asks for properties of what is no object, and reads names that occur twice differently"
        ),
    ];

    /// <summary>Whether it explains that NJsonSchema takes what breaks a keyword.</summary>
    public bool ExplainsTaking(string keyword, string body) =>
        Keywords.Contains(keyword) && Body?.IsMatch(body) != false;

    /// <summary>Whether it explains that NJsonSchema refuses what is valid.</summary>
    public bool ExplainsRefusing(ValidationErrorKind kind, string body) =>
        Kinds.Contains(kind) && Body?.IsMatch(body) != false;

    [GeneratedRegex(@"[0-9][.eE]|[0-9]{15}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[\uD800-\uDFFF]|\\u[dD][89a-fA-F]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BeyondBasicPlane();
}
