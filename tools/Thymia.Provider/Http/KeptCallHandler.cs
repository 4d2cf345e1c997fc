using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Provider.Calls;
using Thymia.Provider.Json;
using Thymia.Provider.Kept;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Http;

/// <summary>
/// What the contract's prose implies of calls: that they can be read with their results, changed and deleted, and that
/// the data of a call with <c>deleteData</c> is not there any more twelve hours after its end.
/// </summary>
internal sealed class KeptCallHandler(ProviderOptions options, BodyRules rules, IReadOnlyList<KeptSteps> steps)
{
    private const int PageSize = 10;

    private const int MaxDepth = 2_000;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };
    private static readonly JsonSerializerOptions Writing = new()
    {
        MaxDepth = MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly TimeSpan Retention = TimeSpan.FromHours(12);
    private static readonly string[] Changeable = ["label", "notes"];

    private readonly CallStore _store = new();
    private readonly Lock _using = new();

    /// <summary>Keeps a call that was accepted.</summary>
    /// <param name="answer">What it was answered with.</param>
    public void Keep(CallRequest request, ReadOnlyMemory<byte> answer)
    {
        if (JsonNode.Parse(answer.Span, documentOptions: Deep) is not JsonObject body || request.Key is not { } key)
        {
            return;
        }

        body["language"] = request.TextAt("language");
        body["deleteData"] = request.At("deleteData") is { IsBoolean: true, Kind: JsonTokenType.True };
        body["label"] = "";
        body["notes"] = "";
        body.Remove("activityLink");
        var call = new KeptCall(key, options.TimeProvider.GetUtcNow(), body);
        lock (_using)
        {
            if (steps.All(s => s.Keeps(call)))
            {
                steps.ToList().ForEach(s => s.Keep(call));
                _store.Add(call);
            }
        }
    }

    /// <summary>Never throws for anything that was sent.</summary>
    public Answer Handle(KeptRequest request)
    {
        lock (_using)
        {
            var answer =
                ProblemsOf(request) is { Count: > 0 } problems ? ProblemsAnswer.Of(problems)
                : IsKnown(request.Call.Key) ? Answered(request)
                : Answer.Detail(401, "Invalid API key");
            return steps.Aggregate(answer, (sofar, step) => step.Reply(request, sofar));
        }
    }

    /// <summary>Has a call with that id where there is none.</summary>
    public void Ensure(string id)
    {
        var now = options.TimeProvider.GetUtcNow();
        var body = new JsonObject
        {
            ["id"] = id,
            ["user"] = new JsonObject { ["userLabel"] = "Sam" },
            ["status"] = "created",
            ["createdAt"] = rules.Timestamp(now),
            ["agent"] = new JsonObject(),
            ["language"] = "en-GB",
            ["deleteData"] = false,
            ["label"] = "",
            ["notes"] = "",
        };
        lock (_using)
        {
            if (_store.Find(id) is null)
            {
                _store.Add(new KeptCall(options.ApiKey, now, body));
            }
        }
    }

    /// <summary>Every call of every caller, the oldest first.</summary>
    public Answer All()
    {
        lock (_using)
        {
            return Answer.Of(200, new JsonArray([.. _store.All.Select(c => c.Body.DeepClone())]).ToJsonString(Writing));
        }
    }

    /// <summary>Keeps nothing any more of what was kept so far.</summary>
    public Answer Forget()
    {
        lock (_using)
        {
            _store.Clear();
            return new Answer(204, default, ContentType: null);
        }
    }

    /// <summary>Whether a caller has that key.</summary>
    public bool IsKnown(string? key) => key == options.ApiKey || (key is not null && key == options.OtherApiKey);

    private List<Problem> ProblemsOf(KeptRequest request)
    {
        var problems = new List<Problem>();
        if (request.Call.Key is null)
        {
            problems.Add(rules.MissingAt(Place.Key));
        }

        if (request.Id is { } id && !Guid.TryParseExact(id, "D", out _))
        {
            problems.Add(rules.NotAUuid(Place.CallId, id));
        }

        if (request.Method is "PUT" or "PATCH")
        {
            rules.JudgeTexts(request.Call, Changeable, request.Method == "PUT", problems);
            request.Changes = problems.Count > 0 ? [] : ChangesOf(request.Call.Root);
        }

        return problems;
    }

    private static JsonObject ChangesOf(Json.JsonValue root)
    {
        var changes = new JsonObject();
        foreach (var name in Changeable)
        {
            if (PythonText.Of(root.Members().Find(name)) is { } text)
            {
                changes[name] = text;
            }
        }

        return changes;
    }

    private Answer Answered(KeptRequest request)
    {
        if (request.Id is null)
        {
            return Listed(request);
        }

        var call = _store.Find(request.Id);
        call = call is not null && steps.Any(s => s.MayUse(call, request.Call.Key)) ? call : null;
        call = steps.Aggregate(call, (found, step) => step.Find(_store, request, found));
        if (call is null || (request.IsOfResults && IsPast(call)))
        {
            return Answer.Detail(404, "Not Found");
        }

        return request.Method switch
        {
            "GET" => request.IsOfResults ? Results(call) : Shown(call),
            "DELETE" => Deleted(call),
            _ => Changed(request, call),
        };
    }

    private bool IsPast(KeptCall call) =>
        call.IsDeletedLater && options.TimeProvider.GetUtcNow() - call.CreatedAt >= Retention;

    private Answer Shown(KeptCall call)
    {
        call.Reads++;
        var body = (JsonObject)call.Body.DeepClone();
        steps.ToList().ForEach(s => s.Show(call, body));
        return Answer.Of(200, body.ToJsonString(Writing));
    }

    private static Answer Results(KeptCall call) =>
        Answer.Of(200, new JsonObject { ["callId"] = call.Id, ["status"] = "completed" }.ToJsonString(Writing));

    private Answer Changed(KeptRequest request, KeptCall call)
    {
        var after = (JsonObject)call.Body.DeepClone();
        foreach (var (name, value) in request.Changes)
        {
            after[name] = value?.DeepClone();
        }

        var before = call.Body;
        call.Body = steps.Aggregate(after, (sofar, step) => step.Change(request, before, sofar));
        return Answer.Of(200, after.ToJsonString(Writing));
    }

    private Answer Deleted(KeptCall call)
    {
        foreach (var step in steps.Count > 1 ? steps.Skip(1) : steps)
        {
            step.Delete(_store, call);
        }

        return new Answer(204, default, ContentType: null);
    }

    // The cursor is the number of calls before the page.
    private Answer Listed(KeptRequest request)
    {
        var all = _store.All.Where(c => c.Caller == request.Call.Key);
        var shown = steps.Aggregate(all, (sofar, step) => step.List(sofar, request)).ToList();
        var from = int.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var page = request.Cursor is null || from > 0 ? shown.Skip(from).Take(PageSize) : [];
        var body = new JsonObject { ["calls"] = new JsonArray([.. page.Select(c => c.Body.DeepClone())]) };
        if (from + PageSize < shown.Count)
        {
            body["nextCursor"] = (from + PageSize).ToString(CultureInfo.InvariantCulture);
        }

        return Answer.Of(200, body.ToJsonString(Writing));
    }
}
