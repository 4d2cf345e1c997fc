using Thymia.Conformance.Configuration;

namespace Thymia.Conformance.Tests.Suite;

public sealed class SettingTableTests
{
    private const string Begin = "<!-- settings -->\n";
    private const string End = "\n<!-- /settings -->";

    [Fact]
    public void The_page_of_settings_lists_every_one_as_the_catalogue_has_it()
    {
        if (Environment.GetEnvironmentVariable("THYMIA_UPDATE_SNAPSHOTS") == "1")
        {
            var file = Path.Combine(Repository.Root, "docs/settings.md");
            File.WriteAllText(file, File.ReadAllText(file).Replace(TableOfPage(), Table(), StringComparison.Ordinal));
        }

        Assert.Equal(Table(), TableOfPage());
    }

    [Fact]
    public void The_schema_for_editors_has_every_setting_but_the_secrets()
    {
        if (Environment.GetEnvironmentVariable("THYMIA_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, "schemas/settings.schema.json"), SettingsSchema.Json());
        }

        Assert.Equal(SettingsSchema.Json(), Repository.Read("schemas/settings.schema.json"));
        Assert.DoesNotContain("ApiKey", SettingsSchema.Json(), StringComparison.Ordinal);
    }

    private static string TableOfPage()
    {
        var page = Repository.Read("docs/settings.md");
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[from..page.IndexOf(End, StringComparison.Ordinal)];
    }

    private static string Table() =>
        string.Join(
            '\n',
            SettingCatalogue
                .All.Select(Row)
                .Prepend("| --- | --- | --- | --- | --- |")
                .Prepend("| variable | option | what it is | allowed | default |")
        );

    private static string Row(Setting s) =>
        $"| `{s.Variable}` | {(s.Option is { } option ? $"`{option}`" : "none, so that nobody can read it")} "
        + $"| {Plain(s.Description)} | {s.Allowed} | {s.Default} |";

    // What looks like an element of HTML is text here.
    private static string Plain(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);
}
