using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>What of the settings makes a run the run it is.</summary>
public static class RunSettings
{
    /// <summary>
    /// Those that may change while a run goes on: they decide how it is sent and where it is written.
    /// </summary>
    public static IReadOnlyList<Setting> Adjustable { get; } =
    [
        SettingCatalogue.ApiKey,
        SettingCatalogue.Out,
        ReportSettings.Reports,
        ReportSettings.Mask,
        SettingCatalogue.Rate,
        SettingCatalogue.Concurrency,
        SettingCatalogue.MaxAcceptedCalls,
        SettingCatalogue.Timeout,
        SettingCatalogue.HeadTimeout,
        SettingCatalogue.ConnectTimeout,
        SettingCatalogue.ReadyWithin,
        SettingCatalogue.MaxDuration,
        SettingCatalogue.RetryTimeouts,
        SettingCatalogue.MaxBodyBytes,
        SettingCatalogue.CaFile,
        SettingCatalogue.AllowHttp,
    ];

    /// <summary>Those that protect a provider or people, and when one does so less than before.</summary>
    private static readonly (
        Setting Setting,
        Func<ConformanceOptions, ConformanceOptions, bool> IsLooser
    )[] Protections =
    [
        (ReportSettings.Mask, MasksLess),
        (SettingCatalogue.Rate, (before, after) => Politeness.RateOf(after) > Politeness.RateOf(before)),
        (SettingCatalogue.Concurrency, (before, after) =>
            Politeness.ConcurrencyOf(after) > Politeness.ConcurrencyOf(before)
        ),
        (SettingCatalogue.MaxAcceptedCalls, (before, after) => Politeness.CallsOf(after) > Politeness.CallsOf(before)),
        (SettingCatalogue.AllowHttp, (before, after) => after.AllowHttp && !before.AllowHttp),
    ];

    /// <summary>The settings of a run, by key, that cannot change while it goes on.</summary>
    public static IReadOnlyDictionary<string, string> WithoutAdjustable(IReadOnlyDictionary<string, string> settings) =>
        settings.Where(s => Adjustable.All(a => a.Key != s.Key)).ToDictionary();

    /// <summary>The input of a run that goes on: with the settings it began with, in a folder.</summary>
    /// <exception cref="UnusableInputException">Something says otherwise now.</exception>
    public static ConfigurationInput Resumed(
        ConfigurationInput now,
        IReadOnlyDictionary<string, string> begun,
        string folder
    )
    {
        var given = OptionsReader.Texts(now);
        var line = now.CommandLine.ToDictionary();
        foreach (var setting in SettingCatalogue.All.Where(s => begun.ContainsKey(s.Key)))
        {
            // What may change does so where someone says so, and stays as it was otherwise.
            if (!Adjustable.Contains(setting) || !given.ContainsKey(setting.Key))
            {
                line.TryAdd(setting, begun[setting.Key]);
            }
        }

        line[SettingCatalogue.Out] = folder;
        var input = now with { CommandLine = line };
        DemandSame(WithoutAdjustable(OptionsReader.Texts(input)), WithoutAdjustable(begun), folder);
        DemandAsSafe(input, begun, folder);
        return input;
    }

    private static void DemandSame(
        IReadOnlyDictionary<string, string> now,
        IReadOnlyDictionary<string, string> begun,
        string folder
    )
    {
        if (
            SettingCatalogue.All.FirstOrDefault(s => now.GetValueOrDefault(s.Key) != begun.GetValueOrDefault(s.Key)) is
            { } changed
        )
        {
            throw Changed(
                changed,
                begun.TryGetValue(changed.Key, out var was)
                    ? $"the run in {folder} began with '{SafeText.Of(was)}'"
                    : $"the run in {folder} began without it"
            );
        }
    }

    // What protects a provider and people may be tightened while a run goes on, and not loosened.
    private static void DemandAsSafe(ConfigurationInput input, IReadOnlyDictionary<string, string> begun, string folder)
    {
        var before = Options(begun, folder);
        var after = Options(OptionsReader.Texts(input), folder);
        foreach (var (setting, isLooser) in Protections)
        {
            if (isLooser(before, after))
            {
                throw Changed(setting, $"the run in {folder} began with more protection than that");
            }
        }
    }

    private static ConformanceOptions Options(IReadOnlyDictionary<string, string> texts, string folder) =>
        OptionsReader.Read(
            new ConfigurationInput
            {
                Folder = folder,
                Environment = new Dictionary<string, string>(),
                CommandLine = SettingCatalogue
                    .All.Where(s => texts.ContainsKey(s.Key))
                    .ToDictionary(s => s, s => texts[s.Key]),
                UserSecrets = false,
                Sends = false,
            }
        );

    private static bool MasksLess(ConformanceOptions before, ConformanceOptions after)
    {
        var kept = Masked(after);
        return Masked(before).Any(p => !kept.Contains(p));
    }

    // Null masks what judging does; an empty list, nothing.
    private static HashSet<string> Masked(ConformanceOptions options) =>
        [.. options.Mask?.Select(p => p.Text) ?? ReportSettings.Mask.Default.Split(',')];

    /// <summary>A setting that masks what any of several runs does.</summary>
    /// <param name="runs">The settings of each, by key.</param>
    public static string MaskOfAll(IEnumerable<IReadOnlyDictionary<string, string>> runs)
    {
        var paths = runs.Select(r => r.GetValueOrDefault(ReportSettings.Mask.Key, ReportSettings.Mask.Default))
            .SelectMany(t => SettingText.Paths(t) ?? [])
            .Select(p => p.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return paths.Count == 0 ? "none" : string.Join(',', paths);
    }

    private static UnusableInputException Changed(Setting setting, string problem) =>
        new("resume-changed", problem, setting.Key, "leave it as it was, or begin a run of its own");
}
