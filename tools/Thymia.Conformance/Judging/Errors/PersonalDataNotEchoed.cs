using System.Text;
using System.Text.Json;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Judging.Errors;

internal sealed class PersonalDataNotEchoed(JudgeOptions options) : ICheck
{
    // A shorter number, such as a year, turns up by chance.
    private const int FewestDigits = 6;

    // 4 March 1961.
    private const int FewestDigitsOfDay = 5;

    public CheckDescription Description { get; } =
        new()
        {
            Id = "personal-data-not-echoed",
            Severity = Severity.Critical,
            Title = "no answer leaks personal data",
            Documentation =
                "Asked of every answer. A date of birth or a phone number of the request must appear nowhere "
                + "in body or headers, in whatever order or grouping. Where rules of kind equals say what an "
                + "operation's "
                + "answers repeat, an accepted request's answer must repeat no other property of the request that the "
                + "response schema does not declare. What both schemas declare, such as `agent`, may come back "
                + "with whatever was put in. Values with fewer than six digits are left out, since they turn up by "
                + "chance. A policy may tolerate that its framework's errors repeat their input.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        List<Finding>? findings = null;
        Verdict.Tolerated? toleration = null;
        if (Digits.AreIn(evidence.Answer, FewestDigitsOfDay) && Long(evidence.PersonalValues) is { Count: > 0 } values)
        {
            AddLeaks(evidence, values, ref findings, ref toleration);
        }

        foreach (var pointer in SaysWhatIsRepeated(evidence) ? Leaks.Undeclared(evidence) ?? [] : [])
        {
            (findings ??= []).Add(
                Finding(evidence, Places.InAnswer(pointer), "a value of the request that is not declared there")
            );
        }

        return findings is not null ? CheckResult.Of([.. findings.DistinctBy(f => f.Location)])
            : toleration is not null ? CheckResult.Tolerated(toleration)
            : CheckResult.Holds;
    }

    // A schema that leaves an object open lets an answer repeat what it likes (OpenAPI, additionalProperties).
    private bool SaysWhatIsRepeated(Evidence evidence)
    {
        foreach (var rule in options.Rules)
        {
            if (
                rule.Kind == RuleKind.Equals
                && rule.Path == evidence.Case.Operation.Path
                && rule.Method == evidence.Case.Operation.Method
            )
            {
                return true;
            }
        }

        return false;
    }

    private void AddLeaks(
        Evidence evidence,
        List<Secret> values,
        ref List<Finding>? findings,
        ref Verdict.Tolerated? toleration
    )
    {
        foreach (var (pointer, what) in Leaks.InBody(evidence, values))
        {
            if (evidence.ToleratedEcho(pointer) is { } rule)
            {
                toleration ??= rule;
            }
            else
            {
                (findings ??= []).Add(Finding(evidence, Places.InAnswer(Generalised(pointer)), what));
            }
        }

        for (var i = 0; i < evidence.Answer.Headers.Count; i++)
        {
            var (name, value) = evidence.Answer.Headers[i];
            if (SecretText.Holds(value, values))
            {
                (findings ??= []).Add(Finding(evidence, Places.AnswerHeader(name), "personal data of the request"));
            }
        }
    }

    private static List<Secret> Long(IReadOnlyList<string> values)
    {
        var found = new List<Secret>();
        foreach (var value in values)
        {
            if (Digits.AreIn(value, FewestDigits))
            {
                found.AddRange(Secrets.LeaksOfPerson(value));
            }
        }

        return found;
    }

    private Finding Finding(Evidence evidence, string place, string found) =>
        evidence.Finding(
            this,
            place,
            found,
            "none",
            "by sense: answers are logged and cached, and the response schema does not declare it"
        );

    // One leak in a hundred errors is one place.
    private static string Generalised(string pointer) =>
        string.Join('/', pointer.Split('/').Select(s => s.Length > 0 && s.All(char.IsAsciiDigit) ? "*" : s));
}
