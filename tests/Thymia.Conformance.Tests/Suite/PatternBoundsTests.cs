using System.Reflection;
using System.Text.RegularExpressions;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>Every pattern takes time that grows with the text alone, whatever a provider sends.</summary>
public sealed class PatternBoundsTests
{
    // What looks ahead cannot do without going back; neither sees what a provider sent.
    private static readonly Dictionary<string, string> GoingBack = new(StringComparer.Ordinal)
    {
        ["YamlScalars.Decimal"] =
            "a scalar of the description; each part starts with a sign that the one before cannot take",
        ["ReachOfBody.NameAndMore"] = "what a case sends; it looks at 80 characters ahead",
        ["EcmaMatcher"] = "patterns of descriptions, with a time-out",
    };

    [Fact]
    public void No_pattern_of_the_tools_goes_back()
    {
        var patterns = Patterns().ToList();

        Assert.True(patterns.Count > 20, $"{patterns.Count} patterns");
        Assert.Empty(
            patterns
                .Where(p => !p.Regex.Options.HasFlag(RegexOptions.NonBacktracking) && !GoingBack.ContainsKey(p.Name))
                .Select(p => p.Name)
        );
    }

    [Fact]
    public void No_pattern_is_made_anywhere_else_without_a_bound()
    {
        string[] makers =
        [
            .. Repository.Sources("tools").Where(Makes).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(["BoundedPattern.cs", "EcmaMatcher.cs", "PathTemplate.cs", "TextRules.cs"], makers);
    }

    [Fact]
    public void A_pattern_of_a_file_that_goes_back_gives_up_soon()
    {
        var looking = new BoundedPattern("^(?=a)(a+)+$");

        Assert.False(looking.IsMatch(new string('a', 100_000) + "b"));
        Assert.True(looking.IsMatch("aaa"));
        Assert.False(new BoundedPattern("^(a+)+$").IsMatch(new string('a', 100_000) + "b"));
    }

    [Fact]
    public void Every_shipped_policy_answers_for_any_text()
    {
        var text = "/detail/0/" + new string('1', 200_000) + "x";

        Assert.All(PolicyReader.Names.Select(PolicyReader.ReadNamed), p =>
        {
            Assert.Null(p.FindEcho(text));
            Assert.False(p.Vocabulary!.IsMatch(new string('_', 200_000)));
        });
    }

    private static bool Makes(string file) =>
        !file.Contains("Benchmarks", StringComparison.Ordinal)
        && !file.Contains("PactNet", StringComparison.Ordinal)
        && File.ReadAllText(file) is var text
        && (
            text.Contains("new Regex(", StringComparison.Ordinal)
            || text.Contains("Regex.Matches(", StringComparison.Ordinal)
            || text.Contains("Regex.IsMatch(", StringComparison.Ordinal)
            || text.Contains("Regex.Replace(", StringComparison.Ordinal)
            || text.Contains("Regex\n", StringComparison.Ordinal)
        );

    private static IEnumerable<(string Name, Regex Regex)> Patterns() =>
        from assembly in new[]
        {
            typeof(BoundedPattern).Assembly,
            typeof(Conformance.Pacts.Recording.PactRecorder).Assembly,
            typeof(Conformance.Reports.RunReports).Assembly,
            typeof(Conformance.Cli.Application).Assembly,
        }
        from type in assembly.GetTypes()
        where type.Namespace?.StartsWith("Thymia", StringComparison.Ordinal) == true
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0 && !method.IsSpecialName
        select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!);
}
