using System.Collections.Concurrent;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Replay;

/// <summary>
/// What may go to which host at all. Every request of every command passes it, since the sender asks it. This machine
/// may be sent anything.
/// </summary>
/// <param name="options">Where to, and what of it is allowed.</param>
public sealed class SendingGate(ReplayOptions options)
{
    private const int MinUniqueLength = 8;

    // Ids that no other thing has, and paths.
    private readonly ConcurrentDictionary<string, bool> _created = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _owned = new(StringComparer.Ordinal);

    /// <summary>
    /// Why the request must not go, as a clause that holds nothing of its values but an id; null where it may.
    /// </summary>
    public string? ReasonToWithhold(CaseRequest request) =>
        (options.IsRemote ? OfReach(request) : null) ?? ReasonOfChange(request);

    /// <summary>
    /// What the request would change that is not the run's, as a clause; null where it would change nothing.
    /// </summary>
    internal string? ReasonOfChange(CaseRequest request) => options.KeepsWhatIsThere ? OfChange(request) : null;

    /// <summary>Why nobody may be led where the request leads, as a clause; null where one may.</summary>
    internal string? ReasonOfReach(CaseRequest request) => options.IsRemote ? OfReach(request) : null;

    /// <summary>Takes note of what the run has created, which it may change and delete again.</summary>
    internal void Learn(Exchange exchange)
    {
        if (options.KeepsWhatIsThere && exchange is { Request.Method: "POST", Answer: { IsSuccess: true } answer })
        {
            foreach (var id in CreatedIds.In(answer))
            {
                // What has a number in one collection may have it in another.
                Own($"{exchange.Request.Target.Split('?')[0]}/{Uri.EscapeDataString(id)}");
                if (!IsGuessable(id))
                {
                    _created[id] = true;
                }
            }
        }
    }

    /// <summary>Takes note that the run created what stands at that path.</summary>
    internal void Own(string path) => _owned[Uri.UnescapeDataString(path)] = true;

    /// <summary>Whether the request changes or deletes what this run created, and so creates nothing.</summary>
    internal bool ChangesOwn(CaseRequest request) =>
        request.Method is "PUT" or "PATCH" or "DELETE" && !_owned.IsEmpty && IsWithinOwned(request);

    private string? OfReach(CaseRequest request)
    {
        if (options.AllowRealAddresses)
        {
            return null;
        }

        var reaches = request.Reaches().ToList();
        return reaches.FindIndex(r => !r.IsReserved) is >= 0 and var real
                ? $"it holds {Words(reaches[real].Kind)} that is not kept for fiction, and that the provider might "
                    + "reach"
            : !options.AllowPhoneNumbers && reaches.Exists(r => r.Kind == ReachKind.PhoneNumber)
                ? "it carries a phone number that the provider might dial; "
                    + $"{Names(SettingCatalogue.AllowPhoneNumbers)} sends it"
            : null;
    }

    private string? OfChange(CaseRequest request)
    {
        KeyValuePair<string, string>? last = request.PathValues.Count > 0 ? request.PathValues[^1] : null;
        var id = last?.Value;
        return request.Method switch
        {
            "DELETE" when id is null && (options.IsRemote || !request.IsMethodUndocumented) =>
                "would delete all of a collection, which is never done",
            "PUT" or "PATCH" or "DELETE" when id is null && (request.IsMethodUndocumented || !options.IsRemote) => null,
            "PUT" or "PATCH" or "DELETE" when !IsOurs(request, last) => WouldChange(id ?? request.Target.Split('?')[0]),
            "POST" when id is not null && !IsOurs(request, last) => WouldChange(id),
            _ => null,
        };
    }

    private bool IsOurs(CaseRequest request, KeyValuePair<string, string>? last) =>
        options.AllowChanges
        || IsWithinOwned(request)
        || (
            last is { } id && (_created.ContainsKey(id.Value) || options.ExpendableIds.Contains($"{id.Key}={id.Value}"))
        );

    private bool IsWithinOwned(CaseRequest request)
    {
        var path = Uri.UnescapeDataString(request.Target.Split('?')[0]).TrimEnd('/');
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (_owned.ContainsKey(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGuessable(string id) =>
        id.All(char.IsAsciiDigit) || (id.Length < MinUniqueLength && id.All(char.IsLetter));

    private static string WouldChange(string id) =>
        $"would change {SafeText.Of(id)} that this run did not create; {Names(SettingCatalogue.AllowChanges)} sends it";

    private static string Words(ReachKind kind) =>
        kind switch
        {
            ReachKind.PhoneNumber => "a phone number",
            ReachKind.Host => "a host",
            _ => "a mailbox",
        };

    private static string Names(Setting setting) => $"{setting.Option} ({setting.Variable})";
}
