using Thymia.Conformance.Generation;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Xunit.Session;

namespace Thymia.Conformance.Xunit.Cases;

/// <summary>A finding in a test's message: the sentence, and how to see it again.</summary>
internal static class FindingText
{
    // A megabyte of label helps nobody in a test's message.
    private const int LongestLine = 4_000;

    public static string Of(ReportedFinding reported, ProviderSession session)
    {
        var text = $"""
            {reported.Finding.Check}: {reported.Finding.Sentence}
              case       {reported.Case.Id} (seed {session.Plan.Run.Seed})
            """;
        if (session.Plan.Options.Handler is not null)
        {
            // No command and no curl reaches a provider within the process of its tests.
            return text;
        }

        text = $"""
            {text}
              reproduce  {session.Reproduction.For(reported.Case.Id)}
              curl       {Line(reported.Case, session)}
            """;
        return reported.Reduced is { } reduced
            ? $"{text}{Environment.NewLine}  reduced    {Line(reduced, session)}"
            : text;
    }

    private static string Line(TestCase testCase, ProviderSession session)
    {
        var curl = CurlLine.Of(testCase.Request, session.BaseUrl);
        return curl.Length <= LongestLine ? curl : "too long to be shown: see results.json";
    }
}
