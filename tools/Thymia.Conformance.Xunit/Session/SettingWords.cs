using System.Text.RegularExpressions;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>Sentences about settings in the words of <c>dotnet test</c>, which has variables and no options.</summary>
internal static class SettingWords
{
    /// <summary>The sentence with each setting under the name of its variable.</summary>
    public static string AsVariables(UnusableInputException problem)
    {
        var setting = SettingCatalogue.All.FirstOrDefault(s => s.Key == problem.Location);
        return $"{setting?.Variable ?? problem.Location}: {AsVariables($"{problem.Problem}; {problem.Hint}")}.";
    }

    /// <summary>The text with each option under the name of its variable.</summary>
    public static string AsVariables(string text) =>
        SettingCatalogue
            .All.Where(s => s.Option is not null)
            .Aggregate(text, (sofar, setting) =>
                Regex.Replace(
                    sofar,
                    $@"(?<![\w-]){Regex.Escape(setting.Option!)}(?![\w-])( \({setting.Variable}\))?",
                    setting.Variable,
                    RegexOptions.CultureInvariant,
                    Regex.InfiniteMatchTimeout
                )
            );
}
