using Thymia.Conformance.Configuration;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Running;

/// <summary>The options that make <c>explain</c> see the same case as the run did.</summary>
internal static class ReplayArguments
{
    private static readonly ConformanceOptions Usual = new();

    public static IReadOnlyList<string> Of(RunRequest request)
    {
        var options = request.Options;
        return
        [
            SettingCatalogue.Seed.Option!, $"{options.Seed}",
            .. Valued(SettingCatalogue.BaseUrl, options.BaseUrl?.ToString()),
            .. Valued(SettingCatalogue.Description, options.Description),
            .. Valued(
                SettingCatalogue.IgnoreKeyword,
                options.IgnoredKeywords.Count == 0 ? null : string.Join(',', options.IgnoredKeywords.Order())),
            .. Valued(SettingCatalogue.Random, options.Random == Usual.Random ? null : $"{options.Random}"),
            .. Valued(SettingCatalogue.Tier, options.Tier == Usual.Tier ? null : $"{options.Tier}".ToLowerInvariant()),
            .. Valued(SettingCatalogue.Policy, options.Policy),
            .. Switch(SettingCatalogue.AllowHttp, options.AllowHttp),
            .. Switch(SettingCatalogue.AllowPhoneNumbers, options.AllowPhoneNumbers),
            .. (request.Embedded?.Defects ?? []).SelectMany(d => new[] { "--defect", d }),
            .. Mode(request.Embedded),
        ];
    }

    private static string[] Valued(Setting setting, string? value) => value is null ? [] : [setting.Option!, value];

    private static string[] Mode(ProviderOptions? embedded) =>
        embedded is { Mode: not ProviderMode.Strict and var mode } ? ["--mode", DefectOptions.NameOf(mode)] : [];

    private static string[] Switch(Setting setting, bool on) => on ? [setting.Option!] : [];
}
