using System.Text;
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
            .OrderByDescending(s => s.Option!.Length)
            .Aggregate(text, (sofar, setting) => Renamed(sofar, setting.Option!, setting.Variable));

    // A longer word that has it within is another option.
    private static string Renamed(string text, string option, string variable)
    {
        var result = new StringBuilder();
        var done = 0;
        for (
            var at = text.IndexOf(option, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(option, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + option.Length;
            if (at < done || (at > 0 && IsOfWord(text[at - 1])) || (end < text.Length && IsOfWord(text[end])))
            {
                continue;
            }

            result.Append(text, done, at - done).Append(variable);
            var beside = $" ({variable})";
            done = text.AsSpan(end).StartsWith(beside, StringComparison.Ordinal) ? end + beside.Length : end;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
