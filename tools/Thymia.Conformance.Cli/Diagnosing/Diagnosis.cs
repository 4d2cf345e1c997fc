using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Diagnosing;

/// <summary>One thing that a run needs, and how it is.</summary>
/// <param name="Subject">A word or two, such as <c>Clock</c>.</param>
/// <param name="Sentence">What was found, as a clause.</param>
/// <param name="Advice">What to do about it, as an imperative; null where nothing is to be done.</param>
internal sealed record Diagnosis(string Subject, Condition Condition, string Sentence, string? Advice = null)
{
    public static Diagnosis Fine(string subject, string sentence) => new(subject, Condition.Fine, sentence);

    /// <summary>What a run would be refused for.</summary>
    public static Diagnosis Of(string subject, UnusableInputException problem) =>
        new(subject, Condition.Bad, problem.Message.TrimEnd('.'));
}
