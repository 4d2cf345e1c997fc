using System.Globalization;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>Reads seeds as people write them: <c>7</c>, <c>1-20</c>.</summary>
internal static class SeedRange
{
    private const int Most = 1_000;

    /// <summary>The seed; null where the text is none.</summary>
    public static ulong? One(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    /// <exception cref="UnusableInputException">The text is no range of up to a thousand seeds.</exception>
    public static IReadOnlyList<ulong> Read(string text)
    {
        var ends = text.Split('-').Select(One).ToList();
        return ends switch
        {
            [{ } only] => [only],
            [{ } first, { } last] when last >= first && last - first < Most =>
            [
                .. Enumerable.Range(0, (int)(last - first) + 1).Select(i => first + (ulong)i),
            ],
            _ => throw new UnusableInputException(
                "option-not-allowed",
                $"'{SafeText.Of(text)}' is not allowed",
                "--seeds",
                $"give a range such as 1-20, of at most {Most} seeds"
            ),
        };
    }
}
