using System.Globalization;
using System.Text;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Tests.Suite;

namespace Thymia.Conformance.Tests.Pages;

/// <summary>The site: pages that are made of the code, and that its list has every page.</summary>
public sealed class GeneratedPagesTests
{
    [Fact]
    public void The_page_of_checks_is_what_the_catalogue_says()
    {
        if (Environment.GetEnvironmentVariable("THYMIA_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, "docs/checks.md"), Checks());
        }

        Assert.Equal(Checks(), Repository.Read("docs/checks.md"));
    }

    [Fact]
    public void The_site_lists_every_page_once()
    {
        var listed = Repository
            .Read("docs/toc.yml")
            .Split('\n')
            .Where(l => l.Contains("href: ", StringComparison.Ordinal))
            .Select(l => l.Split("href: ")[1])
            .ToList();
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Select(f => Path.GetFileName(f))
            .ToList();

        Assert.Equal(listed.Distinct(), listed);
        Assert.Empty(pages.Except(listed));
        Assert.All(listed, l => Assert.True(Path.Exists(Path.Combine(Repository.Root, "docs", l)), l));
    }

    private static string Checks()
    {
        var text = new StringBuilder(
            """
            # Checks

            Each answer is asked these questions, in this order. One cause gives one finding: a check is not asked where
            one that it names found something. `--check` and `--skip-check` choose among them, `--severities` says how
            much each matters to you, and `thymia-conformance explain invalid-rejected` shows one. This page is made of
            the catalogue of checks.

            | check | what must hold | severity |
            | --- | --- | --- |

            """
        );
        foreach (var check in CheckCatalogue.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [`{check.Id}`](#{check.Id}) | {check.Title} | {Of(check.Severity)} |\n"
            );
        }

        foreach (var check in CheckCatalogue.All)
        {
            var silencers = string.Join(", ", check.SilencedBy.Select(s => $"[`{s}`](#{s})"));
            text.Append(CultureInfo.InvariantCulture, $"\n## {check.Id}\n\n{Plain(check.Documentation)}\n")
                .Append(silencers.Length == 0 ? "" : $"\nNot asked where one of these found the cause: {silencers}.\n");
        }

        return text.ToString();
    }

    private static string Of(Severity severity) => $"{severity}".ToLowerInvariant();

    // What looks like an element of HTML is text here.
    private static string Plain(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);
}
