using System.Text.Json;
using Thymia.Provider.Calls;
using Thymia.Provider.Defects;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Http;

/// <summary>
/// Answers <c>POST /v1/calls</c>: the key, the body, the rules, then the answer, each step open to the Defects.
/// </summary>
internal sealed class CallHandler(ProviderOptions options, IReadOnlyList<Defect> defects)
{
    private readonly BodyRules _rules = BodyRules.For(options.Mode);

    private readonly CallIds _ids = new(options.Seed);

    private readonly JsonReaderOptions _reading = defects.Aggregate(
        new JsonReaderOptions { MaxDepth = int.MaxValue },
        (reading, defect) => defect.Read(reading)
    );

    /// <summary>Never throws for anything that was sent.</summary>
    public Answer Handle(CallRequest request)
    {
        var answer = Judge(request);
        foreach (var defect in defects)
        {
            answer = defect.Reply(request, answer);
        }

        return answer;
    }

    /// <summary>The request with what came of reading its body.</summary>
    public CallRequest Parsed(CallRequest request)
    {
        request.Parsed = Parse(request);
        return request;
    }

    private Answer Judge(CallRequest request)
    {
        var key = JudgeKey(request);
        if (key == KeyVerdict.Wrong)
        {
            return Answer.Detail(401, "Invalid API key");
        }

        if (request.Parsed is ParsedBody.Unreadable)
        {
            return Answer.Detail(400, "There was an error parsing the body");
        }

        var problems = ProblemsOf(request, key);
        return problems.Count == 0 ? Accept(request) : Refuse(problems);
    }

    private ParsedBody Parse(CallRequest request)
    {
        var isJson = string.IsNullOrEmpty(request.ContentType)
            ? _rules.AssumesJson
            : MediaTypeName.IsJson(request.ContentType);
        foreach (var defect in defects)
        {
            isJson = defect.IsJson(request.ContentType, isJson);
        }

        return isJson || request.Body.IsEmpty
            ? BodyParser.Parse(request.Body, _rules.ReadsAsPython, _reading)
            : new ParsedBody.NotJson();
    }

    private KeyVerdict JudgeKey(CallRequest request)
    {
        var verdict =
            request.Key is null ? KeyVerdict.Missing
            : string.Equals(request.Key, options.ApiKey, StringComparison.Ordinal) || request.Key == options.OtherApiKey
                ? KeyVerdict.Right
            : KeyVerdict.Wrong;
        foreach (var defect in defects)
        {
            verdict = defect.JudgeKey(request, options.ApiKey, verdict);
        }

        return verdict;
    }

    private List<Problem> ProblemsOf(CallRequest request, KeyVerdict key)
    {
        var problems = new List<Problem>();
        if (key == KeyVerdict.Missing)
        {
            problems.Add(_rules.MissingAt(Place.Key));
        }

        _rules.Judge(request.Parsed, request.Body, problems);
        foreach (var defect in defects)
        {
            defect.Judge(request, problems);
        }

        return problems;
    }

    private Answer Refuse(List<Problem> problems) =>
        problems.Exists(_rules.CannotBeWritten) ? Answer.ServerError() : ProblemsAnswer.Of(problems);

    private Answer Accept(CallRequest request)
    {
        var call = _rules.Accept(request.Root);
        if (call.CannotBeWritten)
        {
            return Answer.ServerError();
        }

        var answer = AnswerTo(call);
        foreach (var defect in defects)
        {
            defect.Accept(request, answer);
        }

        return new Answer(200, answer.Write());
    }

    private CallAnswer AnswerTo(AcceptedCall call)
    {
        var id = _ids.Next().ToString();
        var answer = new CallAnswer();
        answer.SetText("id", id);
        answer.Set("user", (ReadOnlyMemory<byte>)(byte[])[.. "{\"userLabel\":"u8, .. call.UserLabel.Span, (byte)'}']);
        answer.SetText("status", "created");
        answer.SetText("createdAt", _rules.Timestamp(options.TimeProvider.GetUtcNow()));
        if (!call.HasPhone)
        {
            answer.SetText("activityLink", "https://activity.example.com/calls/" + id);
        }

        answer.Set("agent", call.Agent);
        return answer;
    }
}
