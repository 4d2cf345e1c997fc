using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>What of the settings makes a run the run it is.</summary>
public static class RunSettings
{
    /// <summary>Those that may change while a run goes on: they decide how it is sent and where it is written.</summary>
    public static IReadOnlyList<Setting> Adjustable { get; } =
    [
        SettingCatalogue.ApiKey, SettingCatalogue.Out, ReportSettings.Reports, ReportSettings.Mask, SettingCatalogue.Rate, SettingCatalogue.Concurrency,
        SettingCatalogue.MaxAcceptedCalls, SettingCatalogue.Timeout, SettingCatalogue.HeadTimeout, SettingCatalogue.ConnectTimeout,
        SettingCatalogue.ReadyWithin, SettingCatalogue.RetryTimeouts, SettingCatalogue.MaxBodyBytes, SettingCatalogue.CaFile, SettingCatalogue.AllowHttp,
    ];

    /// <summary>The settings of a run, by key, that cannot change while it goes on.</summary>
    public static IReadOnlyDictionary<string, string> WithoutAdjustable(IReadOnlyDictionary<string, string> settings) =>
        settings.Where(s => Adjustable.All(a => a.Key != s.Key)).ToDictionary();

    /// <summary>The input of a run that goes on: with the settings it began with, in a folder.</summary>
    /// <exception cref="UnusableInputException">Something says otherwise now.</exception>
    public static ConfigurationInput Resumed(
        ConfigurationInput now, IReadOnlyDictionary<string, string> begun, string folder)
    {
        var fixedOnes = WithoutAdjustable(begun);
        var line = now.CommandLine.ToDictionary();
        foreach (var setting in SettingCatalogue.All.Where(s => fixedOnes.ContainsKey(s.Key)))
        {
            line.TryAdd(setting, fixedOnes[setting.Key]);
        }

        line[SettingCatalogue.Out] = folder;
        var input = now with { CommandLine = line };
        var texts = WithoutAdjustable(OptionsReader.Texts(input));
        var changed = SettingCatalogue.All.FirstOrDefault(s =>
            texts.GetValueOrDefault(s.Key) != fixedOnes.GetValueOrDefault(s.Key));
        return changed is null ? input : throw new UnusableInputException(
            "resume-changed",
            fixedOnes.TryGetValue(changed.Key, out var was)
                ? $"the run in {folder} began with '{SafeText.Of(was)}'"
                : $"the run in {folder} began without it",
            changed.Key,
            "leave it as it was, or begin a run of its own");
    }
}
