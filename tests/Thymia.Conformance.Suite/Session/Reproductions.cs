using Thymia.Conformance.Configuration;
using Thymia.Conformance.Reports;

namespace Thymia.Conformance.Suite.Session;

/// <summary>How the command line sees the same case as a test did.</summary>
internal static class Reproductions
{
    public static ReplayCommand Of(ConformanceOptions options, bool embedded)
    {
        var words = new List<string> { SettingCatalogue.Seed.Option!, $"{options.Seed}" };
        if (options.BaseUrl is { } url)
        {
            words.AddRange([SettingCatalogue.BaseUrl.Option!, url.ToString()]);
        }

        if (options.Description is { } file)
        {
            words.AddRange([SettingCatalogue.Description.Option!, file]);
        }

        if (options.Random != new ConformanceOptions().Random)
        {
            words.AddRange([SettingCatalogue.Random.Option!, $"{options.Random}"]);
        }

        return new ReplayCommand(embedded, words);
    }
}
