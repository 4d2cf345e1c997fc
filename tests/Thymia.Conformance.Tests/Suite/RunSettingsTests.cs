using System.Xml.Linq;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Suite;

public sealed class RunSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "runsettings")).Select(f => Path.GetFileName(f))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Sets_nothing_but_settings_that_exist_to_values_that_are_allowed(string name)
    {
        var variables = Variables(name);

        Assert.NotEmpty(variables);
        var known = SettingCatalogue.All.Select(s => s.Variable).Append("THYMIA_ENVIRONMENT").ToHashSet();
        Assert.Subset(known, variables.Keys.ToHashSet());
        Assert.NotNull(OptionsReader.Read(new ConfigurationInput
        {
            Folder = _folder.Path, Environment = variables, UserSecrets = false,
        }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Holds_no_secret_and_no_address(string name) => Assert.DoesNotContain(
        Variables(name).Keys, k => k == SettingCatalogue.ApiKey.Variable || k == SettingCatalogue.BaseUrl.Variable);

    private static Dictionary<string, string> Variables(string name) =>
        XDocument.Parse(Repository.Read($"runsettings/{name}")).Descendants("EnvironmentVariables").Elements()
            .ToDictionary(e => e.Name.LocalName, e => e.Value);
}
