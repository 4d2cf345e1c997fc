using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>What kind of answer a request got, as times and counts are told apart.</summary>
public enum AnswerClass
{
    /// <summary>2xx.</summary>
    Accepted,

    /// <summary>A client error that the contract documents.</summary>
    Rejected,

    /// <summary>A client error outside the contract, or a redirection.</summary>
    Refused,

    /// <summary>5xx.</summary>
    Failed,

    /// <summary>No answer that could be read.</summary>
    Unanswered,
}

internal static class AnswerClasses
{
    public static AnswerClass Of(TestCase testCase, Exchange exchange) =>
        exchange.Answer?.Status switch
        {
            null => AnswerClass.Unanswered,
            >= 500 => AnswerClass.Failed,
            >= 200 and < 300 => AnswerClass.Accepted,
            >= 400 and var status when testCase.Operation.ResponseFor(status) is not null => AnswerClass.Rejected,
            _ => AnswerClass.Refused,
        };

    public static string Word(AnswerClass kind) => kind.ToString().ToLowerInvariant();
}
