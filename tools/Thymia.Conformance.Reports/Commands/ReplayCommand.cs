using System.Globalization;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Commands;

/// <summary>How to send one case of a run again.</summary>
/// <param name="Embedded">Whether the provider was the embedded one.</param>
/// <param name="Arguments">The options that the run had and its case depends on, as words.</param>
public sealed record ReplayCommand(bool Embedded, IReadOnlyList<string> Arguments)
{
    private const int LongestCurl = 8_000;
    private static readonly ConformanceOptions Usual = new();

    /// <summary>What starts the command line, fit for a shell; see <see cref="ProgramText"/>.</summary>
    public string Program { get; init; } = ProgramText.Name;

    /// <param name="others">Further words, such as those that spoil the embedded provider.</param>
    public static ReplayCommand Of(ConformanceOptions options, bool embedded, params IEnumerable<string> others) =>
        new(
            embedded,
            [
                SettingCatalogue.Seed.Option!,
                $"{options.Seed}",
                .. Valued(SettingCatalogue.BaseUrl, options.BaseUrl?.ToString()),
                .. Valued(SettingCatalogue.Description, options.Description),
                .. Repeated(SettingCatalogue.Overlay, options.Overlays),
                .. Valued(
                    SettingCatalogue.IgnoreKeyword,
                    options.IgnoredKeywords.Count == 0 ? null : string.Join(',', options.IgnoredKeywords.Order())
                ),
                .. Repeated(SettingCatalogue.Operation, options.Operations.Named),
                .. Repeated(SettingCatalogue.Tag, options.Operations.Tags),
                .. Repeated(SettingCatalogue.Exclude, options.Operations.Excluded),
                .. Valued(SequenceSettings.Values, options.Values),
                .. Valued(SettingCatalogue.Random, options.Random == Usual.Random ? null : $"{options.Random}"),
                .. Valued(SettingCatalogue.MaxCases, options.MaxCases is { } most ? $"{most}" : null),
                .. Valued(
                    SettingCatalogue.MaxCaseBytes,
                    options.MaxCaseBytes == Usual.MaxCaseBytes ? null : $"{options.MaxCaseBytes}"
                ),
                .. Valued(
                    SettingCatalogue.Tier,
                    options.Tier == Usual.Tier ? null : $"{options.Tier}".ToLowerInvariant()
                ),
                .. Valued(SettingCatalogue.Policy, options.Policy),
                .. Valued(SettingCatalogue.CaFile, options.CaFile),
                .. Valued(JudgingSettings.AcceptedWithin, Text(options.AcceptedWithin)),
                .. Valued(JudgingSettings.RefusedWithin, Text(options.RefusedWithin)),
                .. Valued(
                    JudgingSettings.ClockSkew,
                    options.ClockSkew == Usual.ClockSkew ? null : Text(options.ClockSkew)
                ),
                .. Valued(
                    JudgingSettings.RefusalStatuses,
                    options.KeyRefusals is { } all ? string.Join(',', all) : null
                ),
                .. Valued(
                    SettingCatalogue.MaxAcceptedCalls,
                    options.MaxAcceptedCalls is { } limit
                        ? limit == int.MaxValue
                            ? "none"
                            : $"{limit}"
                        : null
                ),
                .. Switch(SettingCatalogue.AllowHttp, options.AllowHttp),
                .. Switch(SettingCatalogue.AllowPhoneNumbers, options.AllowPhoneNumbers),
                .. Switch(SettingCatalogue.AllowChanges, options.AllowChanges),
                .. others,
            ]
        );

    /// <summary>The command that sends a case again and shows each check's reasoning.</summary>
    public string For(string caseId) => $"{Explain(caseId)} --send";

    /// <summary>
    /// The case as a line for curl; where that is too long for a report, a comment that says what prints it.
    /// </summary>
    internal string Curl(TestCase testCase, Uri baseUrl) =>
        CurlLine.Of(testCase.Request, baseUrl) is var line && line.Length <= LongestCurl
            ? line
            : $"# {Amounts.Whole(line.Length)} characters of curl, printed by: {Explain(testCase.Id)}";

    private string Explain(string caseId) =>
        $"{Program} explain {string.Join(' ', Arguments.Prepend(caseId).Select(PosixText.Quote))}";

    private static IEnumerable<string> Repeated(Setting setting, IReadOnlyList<string> values) =>
        values.SelectMany(v => (string[])[setting.Option!, v]);

    private static string[] Valued(Setting setting, string? value) => value is null ? [] : [setting.Option!, value];

    private static string? Text(TimeSpan? time) =>
        time is { } set ? string.Create(CultureInfo.InvariantCulture, $"{set.TotalMilliseconds}ms") : null;

    private static string[] Switch(Setting setting, bool on) => on ? [setting.Option!] : [];
}
