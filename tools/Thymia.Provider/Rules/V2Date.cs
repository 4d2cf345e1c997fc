using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Thymia.Provider.Json;

namespace Thymia.Provider.Rules;

/// <summary>
/// pydantic v2's date: a date, or a date-time or Unix time stamp at exactly midnight, offset disregarded.
/// </summary>
internal static partial class V2Date
{
    /// <summary>A larger time stamp is taken to be in milliseconds.</summary>
    private const double Watershed = 2e10;

    private const double SecondsOfYear10000 = 253402300800;

    private const double SecondsOfYear0 = -62167219200;

    private static readonly Fault Kind = new(FaultKind.Date, "Input should be a valid date", "date_type");

    private static readonly Fault Inexact = new(
        FaultKind.Date,
        "Datetimes provided to dates should have zero time - e.g. be exact dates",
        "date_from_datetime_inexact"
    );

    private static readonly Fault Year0 = new(
        FaultKind.Date,
        "Input should be a valid date in the format YYYY-MM-DD, year 0 is out of range",
        "date_parsing",
        Fault.ContextOf("error", "year 0 is out of range")
    );

    public static Fault? Judge(JsonValue value)
    {
        if (value.IsNumber)
        {
            return JudgeNumber(PythonNumber.Text(Encoding.ASCII.GetString(value.Raw.Span)));
        }

        if (value.AsText() is not { } text)
        {
            return Kind;
        }

        return JsonStrings.HasLoneSurrogate(text) ? V2Url.NotUnicode
            : Stamp().IsMatch(text) ? JudgeStamp(double.Parse(text, CultureInfo.InvariantCulture))
            : JudgeText(text);
    }

    private static Fault? JudgeNumber(string number) =>
        number switch
        {
            "nan" => Because("NaN values not permitted"),
            "inf" => JudgeStamp(double.PositiveInfinity),
            "-inf" => JudgeStamp(double.NegativeInfinity),
            _ => double.Parse(number, CultureInfo.InvariantCulture) is var stamp && double.IsInfinity(stamp)
                ? Kind
                : JudgeStamp(stamp),
        };

    private static Fault? JudgeStamp(double stamp)
    {
        var seconds = Math.Abs(stamp) > Watershed ? stamp / 1000 : stamp;
        return seconds >= SecondsOfYear10000 ? Because("dates after 9999 are not supported as unix timestamps")
            : seconds < SecondsOfYear0 ? Because("dates before 0000 are not supported as unix timestamps")
            : (seconds % 86400).Equals(0) || (seconds % 86400).Equals(-0.0) ? null
            : Inexact;
    }

    private static Fault? JudgeText(string text)
    {
        if (V2DateText.WhatIsWrong(text) is { } wrong)
        {
            return Because(wrong);
        }

        return text.Length > 10 && NonZero().IsMatch(text) ? Inexact
            : text.StartsWith("0000", StringComparison.Ordinal) ? Year0
            : null;
    }

    private static Fault Because(string error) =>
        new(
            FaultKind.Date,
            "Input should be a valid date or datetime, " + error,
            "date_from_datetime_parsing",
            Fault.ContextOf("error", error)
        );

    /// <summary>A digit other than 0 in the time, down to microseconds: what is finer is cut off.</summary>
    [GeneratedRegex(@"\A.{10}.[0:]*(?:[.,]0{0,5})?[1-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NonZero();

    [GeneratedRegex(@"\A[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
