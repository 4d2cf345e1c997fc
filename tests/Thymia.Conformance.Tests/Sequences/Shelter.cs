using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>
/// An honest provider of <see cref="ShelterDescription"/> on loopback, with faults to switch on. What a caller creates
/// is that caller's alone.
/// </summary>
internal sealed class Shelter : IAsyncDisposable
{
    public const string Token = "token-of-the-first-caller";
    public const string OtherToken = "token-of-the-second-caller";
    private const int PageSize = 10;

    private readonly WebApplication _application;
    private readonly HashSet<string> _faults;
    private readonly Lock _storing = new();
    private readonly SortedDictionary<int, Stored> _stored = [];
    private readonly Dictionary<string, int> _reads = [];
    private int _next;

    private Shelter(WebApplication application, IEnumerable<string> faults)
    {
        _application = application;
        _faults = [.. faults];
    }

    public Uri BaseUrl => new(_application.Urls.First());

    /// <summary>Method and path template with the status, of every request.</summary>
    public ConcurrentDictionary<string, int> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>How many things are there.</summary>
    public int Things
    {
        get
        {
            lock (_storing)
            {
                return _stored.Count;
            }
        }
    }

    /// <summary>Whether nothing may be deleted any more; false by default.</summary>
    public bool RefusesDeletes { get; set; }

    /// <summary>Is called with the method of each request before it is answered.</summary>
    public Action<string>? Answering { get; set; }

    public static async Task<Shelter> StartAsync(params string[] faults)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var shelter = new Shelter(application, faults);
        application.Run(shelter.HandleAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return shelter;
    }

    /// <summary>Deletes everything, as a request may have done whose answer nobody saw.</summary>
    public void Lose()
    {
        lock (_storing)
        {
            _stored.Clear();
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private bool Is(string fault) => _faults.Contains(fault);

    private async Task HandleAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var request = new ShelterRequest(context, buffer.ToArray());
        (int Status, JsonNode? Body) answer;
        lock (_storing)
        {
            answer = Answer(request, context.Response.Headers);
        }

        Answered.AddOrUpdate($"{request.Method} {request.Template} {answer.Status}", 1, (_, n) => n + 1);
        Answering?.Invoke(request.Method);
        context.Response.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
        }
    }

    private (int, JsonNode?) Answer(ShelterRequest request, IHeaderDictionary headers)
    {
        if (request.Allow is not { } allow)
        {
            return Error(404, "no such path");
        }

        if (!allow.Contains(request.Method))
        {
            headers.Allow = string.Join(", ", allow);
            return Error(405, "no such method");
        }

        if (request.Caller is not { } caller)
        {
            headers.WWWAuthenticate = "Bearer";
            return Error(401, "who are you");
        }

        if (RefusesDeletes && request.Method == "DELETE")
        {
            return Error(409, "not now");
        }

        if (!request.IsWellFormed)
        {
            return Error(422, "the path or the query is wrong");
        }

        if (request is { Kind: "pet", OwnerId: { } id } && !Has(Owner(id), caller))
        {
            return Error(404, "no such owner");
        }

        return request.IsCollection
            ? request.Method == "GET"
                ? List(request, caller)
                : Create(request, caller, headers)
            : OfThing(request, caller);
    }

    private static bool Has(Stored? stored, string caller) => stored is not null && stored.Caller == caller;

    private (int, JsonNode?) OfThing(ShelterRequest request, string caller)
    {
        var thing = request.PetId is { } pet ? Pet(request.OwnerId!, pet) : Owner(request.OwnerId!);
        if (thing is null || (thing.Caller != caller && !Is("other-reads")))
        {
            return request.Method == "DELETE" && Is($"{request.Kind}-second-delete-fails")
                ? Error(500, "oops")
                : Error(404, "no such thing");
        }

        return request.Method switch
        {
            "GET" => Read(request, thing),
            "DELETE" => Delete(request, thing),
            _ => Change(request, thing),
        };
    }

    private (int, JsonNode?) Read(ShelterRequest request, Stored thing)
    {
        var shown = (JsonObject)thing.Body.DeepClone();
        var reads = _reads[thing.Path] = _reads.GetValueOrDefault(thing.Path) + 1;
        if (Is($"{request.Kind}-read-spoils") && reads % 2 == 0)
        {
            shown["name"] = "another name";
        }

        if (Is($"{request.Kind}-read-without-field"))
        {
            shown.Remove("kind");
            shown.Remove("tags");
        }

        return (200, shown);
    }

    private (int, JsonNode?) Delete(ShelterRequest request, Stored thing)
    {
        if (Is($"{request.Kind}-not-deleted"))
        {
            return (204, null);
        }

        foreach (var (key, stored) in _stored.ToList())
        {
            if (stored == thing || stored.Path.StartsWith(thing.Path + "/", StringComparison.Ordinal))
            {
                _stored.Remove(key);
            }
        }

        return (204, null);
    }

    private (int, JsonNode?) Change(ShelterRequest request, Stored thing)
    {
        var body = Valid(request);
        if (body is null)
        {
            return Error(422, "the body is wrong");
        }

        var before = thing.Body;
        var after = request.Method == "PATCH" ? (JsonObject)before.DeepClone() : [];
        foreach (var (name, value) in body)
        {
            after[name] = value?.DeepClone();
        }

        after["id"] = before["id"]?.DeepClone();
        var way = $"{request.Kind}-{request.Method.ToLowerInvariant()}";
        if (Is($"{way}-loses-field"))
        {
            after["name"] = before["name"]?.DeepClone();
        }

        if (Is($"{way}-resets-others"))
        {
            after.Remove("tags");
            after.Remove("active");
        }

        if (Is($"{way}-appends") && after["tags"] is JsonArray tags && before["tags"] is JsonArray old)
        {
            old.ToList().ForEach(t => tags.Add(t?.DeepClone()));
        }

        if (Is($"{way}-once") && JsonNode.DeepEquals(after, before))
        {
            return Error(409, "as it is already");
        }

        thing.Body = Is($"{way}-ignored") ? before : after;
        return (200, after.DeepClone());
    }

    private (int, JsonNode?) Create(ShelterRequest request, string caller, IHeaderDictionary headers)
    {
        if (Valid(request) is not { } body)
        {
            return Error(422, "the body is wrong");
        }

        var number = ++_next;
        var id = request.Kind == "pet" ? JsonValue.Create(number) : JsonValue.Create(ShelterRequest.IdOf(number));
        var path = request.Kind == "pet" ? $"/owners/{request.OwnerId}/pets/{number}" : $"/owners/{id}";
        var thing = (JsonObject)body.DeepClone();
        thing["id"] = id.DeepClone();
        var stored = (JsonObject)thing.DeepClone();
        if (Is($"{request.Kind}-created-otherwise"))
        {
            stored["name"] = "no name";
        }

        if (!Is($"{request.Kind}-not-stored"))
        {
            _stored[number] = new Stored(path, caller, stored);
        }

        headers.Location = Is($"{request.Kind}-wrong-location") ? path[..^1] + (path[^1] == '1' ? '2' : '1') : path;
        if (Is($"{request.Kind}-wrong-id"))
        {
            thing["id"] = ShelterRequest.IdOf(number + 1_000_000);
        }

        return request.Kind == "pet" ? (201, null) : (201, thing);
    }

    private (int, JsonNode?) List(ShelterRequest request, string caller)
    {
        var all = _stored.Values.Where(s => s.Caller == caller && s.Collection == request.Path).ToList();
        if (Is($"{request.Kind}-not-listed"))
        {
            all.RemoveAll(s => s.Body["name"]!.GetValue<string>().Length % 2 == 0);
        }

        if (request.Kind == "pet")
        {
            var page = all.Skip(Is("pet-offset-ignored") ? 0 : request.Number("offset", 0)).Take(PageSize);
            return (
                200,
                new JsonArray([
                    .. Is("pet-offset-ignored") && request.Number("offset", 0) > 0
                        ? []
                        : page.Select(s => s.Body.DeepClone()),
                ])
            );
        }

        var (number, size) = (request.Number("page", 1), request.Number("limit", PageSize));
        var from = (number - 1) * size + (Is("owner-page-skips-one") && number > 1 ? 1 : 0);
        return (
            200,
            new JsonObject
            {
                ["items"] = new JsonArray([.. all.Skip(from).Take(size).Select(s => s.Body.DeepClone())]),
                ["page"] = number,
            }
        );
    }

    private static JsonObject? Valid(ShelterRequest request) =>
        request.Kind == "pet"
            ? ShelterRules.Pet(request.Body, request.ContentType)
            : ShelterRules.Owner(request.Body, request.ContentType, isWhole: request.Method != "PATCH");

    private Stored? Owner(string id) => _stored.Values.FirstOrDefault(s => s.Path == $"/owners/{id}");

    private Stored? Pet(string ownerId, string id) =>
        _stored.Values.FirstOrDefault(s => s.Path == $"/owners/{ownerId}/pets/{id}");

    private static (int, JsonNode?) Error(int status, string text) => (status, new JsonObject { ["error"] = text });

    private sealed class Stored(string path, string caller, JsonObject body)
    {
        public string Path => path;

        public string Caller => caller;

        public string Collection => path[..path.LastIndexOf('/')];

        public JsonObject Body { get; set; } = body;
    }
}
