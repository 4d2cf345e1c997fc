using Thymia.Conformance.Configuration;
using Thymia.Conformance.Reports.Formats;
using Thymia.Conformance.Reports.Formats.Ctrf;
using Thymia.Conformance.Reports.Formats.Har;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Reports.Formats.JUnit;
using Thymia.Conformance.Reports.Formats.Results;
using Thymia.Conformance.Reports.Formats.Sarif;

namespace Thymia.Conformance.Reports;

/// <summary>Every format, in the order of writing; the first is the one that others are compared by.</summary>
internal static class ReportFormats
{
    private static readonly IReadOnlyList<(ReportKinds Kind, Func<ReportContext, IReportFormat> Make)> All =
    [
        (ReportKinds.None, context => new ResultsFormat(context)),
        (ReportKinds.Html, context => new HtmlFormat(context)),
        (ReportKinds.JUnit, context => new JUnitFormat(context)),
        (ReportKinds.Sarif, context => new SarifFormat(context)),
        (ReportKinds.Ctrf, context => new CtrfFormat(context)),
        (ReportKinds.Har, context => new HarFormat(context)),
    ];

    /// <summary>Those that are asked for, for one run.</summary>
    public static IReadOnlyList<IReportFormat> For(ReportKinds kinds, ReportContext context) =>
        [.. All.Where(format => kinds.HasFlag(format.Kind)).Select(format => format.Make(context))];
}
