using System.Text;
using System.Text.RegularExpressions;

namespace Thymia.Conformance.Judging.Http;

internal sealed partial class InternalsHidden : ICheck
{
    // What frameworks and databases write when they fail, as their documentation shows it.
    private static readonly (string What, Regex Pattern)[] Signs =
    [
        ("a stack trace", StackTrace()),
        ("a path of the provider's files", FilePath()),
        ("an error of the database", Database()),
    ];

    public CheckDescription Description { get; } =
        new()
        {
            Id = "internals-hidden",
            Severity = Severity.Major,
            Title = "no refusal shows what the provider is made of",
            Documentation =
                "Asked of every answer that is no success. Stack traces (Python, Java, .NET, Node, Ruby, PHP, Go), "
                + "paths of "
                + "source files and errors of databases tell an attacker what there is to attack, and a consumer "
                + "nothing. "
                + "What the request itself holds is let pass: an error may repeat it.",
            SilencedBy = ["no-server-error"],
        };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Status < 400 || evidence.Answer.Body.IsEmpty)
        {
            return CheckResult.DoesNotApply("the answer is no refusal with a body");
        }

        var text = Encoding.UTF8.GetString(evidence.Answer.Body.Span);
        foreach (var (what, pattern) in Signs)
        {
            if (pattern.IsMatch(text) && !IsSent(evidence, pattern))
            {
                return CheckResult.Broken(
                    evidence.Finding(
                        this,
                        Places.InAnswer(""),
                        what,
                        "nothing of the provider's inside",
                        "by sense: what a provider is made of is nobody else's business"
                    )
                );
            }
        }

        return CheckResult.Holds;
    }

    private static bool IsSent(Evidence evidence, Regex pattern) =>
        pattern.IsMatch(Uri.UnescapeDataString(evidence.Case.Request.Target))
        || (evidence.Case.Request.Body is { } body && pattern.IsMatch(Encoding.UTF8.GetString(body.Span)));

    [GeneratedRegex(
        @"Traceback \(most recent call last\)|File \\?""[^""\\]+\.py\\?"", line \d|\bat "
            + @"[\w.$<>]+\([\w$]+\.(?:java|kt|scala):\d+\)"
            + @"|\bat [\w.<>`]+\(.*?\) in .+?:line \d|\bat .+? \(?(?:/|file:|node:)[^\s)]+:\d+:\d+\)?|\.rb:\d+:in "
            + @"[`']|#\d+ /\S+\.php\(\d+\)"
            + @"|\.php on line \d|goroutine \d+ \[",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex StackTrace();

    [GeneratedRegex(
        @"(?:/(?:usr|srv|home|opt|app|var/www)/|[A-Z]:\\+)[\w\\/. -]*\.(?:py|java|cs|js|ts|rb|php|go|dll|jar)\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex FilePath();

    [GeneratedRegex(
        @"\bSQLSTATE\b|\bORA-\d{5}\b|\bpsycopg2?\.|\bsqlalchemy\.exc\.|You have an error in your SQL syntax|near "
            + @"\\?"".*?\\?"": syntax error"
            + @"|\bSELECT\b.+?\bFROM\b.+?\bWHERE\b|\bINSERT INTO\b.+?\bVALUES\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Database();
}
