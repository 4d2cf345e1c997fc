using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Model.Answers;

/// <summary>What an operation answered, held against what it documents.</summary>
internal sealed class ResponseSightings(Operation operation)
{
    private readonly Dictionary<(string Status, string? MediaType), int> _seen = [];
    private readonly SortedDictionary<string, SortedSet<string>> _types = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _ofValid = [];
    private readonly SortedSet<int> _ofInvalid = [];
    private readonly SortedSet<int> _ofOtherKeys = [];

    public void Add(RunEvent.CaseJudged judged)
    {
        // What an unknown path or method got says nothing of the operation.
        if (judged.Exchange?.Answer is not { } answer || !Outcomes.IsOfOperation(judged.Case))
        {
            return;
        }

        var statuses =
            judged.Case.Request.Key != KeyUse.Configured ? _ofOtherKeys
            : judged.Case.IsValid ? _ofValid
            : _ofInvalid;
        statuses.Add(answer.Status);
        if (operation.ResponseFor(answer.Status) is not { } response)
        {
            return;
        }

        var sent = answer.Header("Content-Type");
        var type = sent is null ? null : ContentTypes.KeyFor(response, sent);
        var key = (response.Status, response.Contents.Count == 0 ? null : type);
        _seen[key] = _seen.GetValueOrDefault(key) + 1;
        var types = _types.TryGetValue(response.Status, out var known) ? known : _types[response.Status] = [];
        types.Add(sent is null ? "no media type" : MediaTypes.Bare(sent));
    }

    /// <summary>Each documented status, and each media type of it.</summary>
    public IEnumerable<ResponseCoverage> Coverage()
    {
        foreach (var response in operation.Responses)
        {
            foreach (var type in response.Contents.Keys.DefaultIfEmpty<string?>(null))
            {
                var seen = _seen.GetValueOrDefault((response.Status, type));
                yield return new ResponseCoverage(
                    operation.Name,
                    response.Status,
                    type,
                    seen,
                    seen > 0 ? null : Reason(response)
                );
            }
        }
    }

    private string Reason(DocumentedResponse response)
    {
        if (_types.TryGetValue(response.Status, out var types))
        {
            return $"its answers had {SafeText.Of(string.Join(" or ", types))}";
        }

        if (_ofValid.Count + _ofInvalid.Count + _ofOtherKeys.Count == 0)
        {
            return "no request of the operation was answered";
        }

        return response.Status switch
        {
            "default" => "every answer had a status that is documented by itself",
            ['1' or '2' or '3', ..] => Got("valid requests", _ofValid),
            "401" or "403" when operation.Credentials.Count == 0 => "the operation demands no credential",
            "401" or "403" => Got("requests with a missing or wrong key", _ofOtherKeys),
            "404" when !operation.Path.Contains('{', StringComparison.Ordinal) =>
                "the path names nothing that can be missing",
            "400" or "404" or "405" or "406" or "413" or "415" or "422" or "4XX" or "4xx" => Got(
                "invalid requests",
                _ofInvalid
            ),
            _ => "nothing that is sent is meant to bring it about",
        };
    }

    private static string Got(string requests, SortedSet<int> statuses) =>
        statuses.Count == 0 ? $"no {requests} were answered" : $"{requests} got {string.Join(", ", statuses)}";
}
