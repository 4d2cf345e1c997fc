using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>The resources of the stand-in of a broker.</summary>
/// <param name="prefix">The path all of them lie below.</param>
internal sealed class BrokerRoutes(string prefix)
{
    public BrokerState State { get; } = new();

    public static JsonObject Errors(params IEnumerable<(string Field, string Problem)> problems) =>
        new()
        {
            ["errors"] = new JsonObject(
                problems
                    .GroupBy(p => p.Field)
                    .Select(g =>
                        KeyValuePair.Create<string, JsonNode?>(
                            g.Key,
                            new JsonArray([.. g.Select(p => JsonValue.Create(p.Problem))])
                        )
                    )
            ),
        };

    public (int Status, JsonNode? Body) Answer(HttpRequest request, JsonObject? body)
    {
        var raw = request
            .HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!
            .RawTarget.Split('?')[0];
        var root = $"{request.Scheme}://{request.Host}{prefix}";
        if (!raw.StartsWith(prefix, StringComparison.Ordinal))
        {
            return (404, null);
        }

        var steps = raw[prefix.Length..]
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(Uri.UnescapeDataString)
            .ToArray();
        var pages = new BrokerPages(State, root);
        return (request.Method, steps) switch
        {
            ("GET", []) => (200, pages.Index()),
            ("POST", ["contracts", "publish"]) => Publish(body!, pages),
            ("GET", ["pacts", "provider", var p, "for-verification"]) => (200, pages.ForVerification(p, [], [], null)),
            ("POST", ["pacts", "provider", var p, "for-verification"]) => ForVerification(p, body!, pages),
            ("GET", ["pacts", "provider", var p, "consumer", var c, "pact-version", var sha]) => Found(
                pages.Pact(p, c, sha)
            ),
            ("POST", ["pacts", "provider", var p, "consumer", _, "pact-version", var sha, "verification-results"]) =>
                Result(p, sha, body!),
            ("GET", ["pacticipants", var p]) => State.Knows(p) ? (200, pages.Pacticipant(p)) : (404, null),
            ("PUT", ["pacticipants", var p, "branches", var b, "versions", var v]) => Branch(State.Version(p, v), b),
            ("GET", ["pacticipants", var p, "versions", var v]) => Found(
                State.Find(p, v) is { } found ? pages.Version(found) : null
            ),
            ("POST", ["pacticipants", var p, "versions", var v, "deployed-versions", "environment", var e]) => Deploy(
                State.Find(p, v),
                e
            ),
            ("POST", ["environments"]) => Environment(body!, pages),
            ("GET", ["environments"]) => (200, pages.Environments()),
            ("GET", ["matrix"]) => Matrix(request.Query, pages),
            _ => (404, null),
        };
    }

    private static (int Status, JsonNode? Body) Found(JsonNode? page) => page is null ? (404, null) : (200, page);

    private (int Status, JsonNode? Body) Publish(JsonObject body, BrokerPages pages)
    {
        var broken = PublishRules.Broken(body).ToList();
        if (broken.Count > 0)
        {
            return (400, Errors(broken));
        }

        var (consumer, number) = (body["pacticipantName"]!.ToString(), body["pacticipantVersionNumber"]!.ToString());
        var pacts = body["contracts"]!
            .AsArray()
            .Select(c => new StoredPact(consumer, number, c!["providerName"]!.ToString(), PublishRules.Decode(c)!))
            .ToList();
        StoredPact? Old(StoredPact pact) =>
            State.Pacts.Find(p => p with { Content = "" } == pact with { Content = "" });
        if (pacts.Find(p => Old(p) is { } old && old.Sha != p.Sha) is { } changed)
        {
            return (409, BrokerPages.Conflict(changed));
        }

        var notices = pacts.ConvertAll(p => BrokerPages.Published(p, Old(p) is not null));
        State.Pacts.AddRange(pacts.Where(p => Old(p) is null));
        var version = State.Version(consumer, number);
        version.BuildUrl = body["buildUrl"]?.ToString();
        version.Tags.AddRange(body["tags"]?.AsArray().Select(t => t!.ToString()) ?? []);
        _ = body["branch"] is { } branch ? Branch(version, branch.ToString()) : default;
        return (200, pages.Publication(version, pacts, notices));
    }

    private static (int Status, JsonNode? Body) Branch(StoredVersion version, string branch)
    {
        if (version.Branches.Contains(branch))
        {
            return (200, new JsonObject());
        }

        version.Branches.Add(branch);
        return (201, new JsonObject());
    }

    private (int Status, JsonNode? Body) ForVerification(string provider, JsonObject body, BrokerPages pages)
    {
        var selectors = body["consumerVersionSelectors"] as JsonArray ?? [];
        string[] known =
        [
            "mainBranch",
            "branch",
            "matchingBranch",
            "tag",
            "latest",
            "deployed",
            "released",
            "deployedOrReleased",
            "environment",
        ];
        if (selectors.Any(s => s is not JsonObject map || !map.Any(p => known.Contains(p.Key))))
        {
            return (
                400,
                Errors(
                    (
                        "consumerVersionSelectors",
                        "must specify a value for environment or tag or branch, or specify mainBranch=true (at index 0)"
                    )
                )
            );
        }

        if (
            body["includeWipPactsSince"]?.ToString() is { } since
            && !DateTime.TryParse(since, System.Globalization.CultureInfo.InvariantCulture, out _)
        )
        {
            return (400, Errors(("includeWipPactsSince", "must be a date")));
        }

        var all = State.Pacts.Where(p => p.Provider == provider).GroupBy(p => p.Sha).Select(g => g.Last()).ToList();
        var chosen = all.Where(p => selectors.Count == 0 || selectors.Any(s => Fits(s!.AsObject(), p))).ToList();
        var pending =
            body["includePendingStatus"]?.GetValue<bool>() == true
                ? chosen.Where(p => State.ResultOf(p) is not { Success: true }).ToList()
                : null;
        var wip = body.ContainsKey("includeWipPactsSince") ? all.Except(chosen).ToList() : [];
        return (200, pages.ForVerification(provider, chosen, wip, pending));
    }

    private bool Fits(JsonObject selector, StoredPact pact)
    {
        var version = State.Find(pact.Consumer, pact.ConsumerVersion)!;
        return (selector["consumer"] is null || selector["consumer"]!.ToString() == pact.Consumer)
            && (selector["branch"] is null || version.Branches.Contains(selector["branch"]!.ToString()))
            && (selector["tag"] is null || version.Tags.Contains(selector["tag"]!.ToString()))
            && (selector["mainBranch"] is null || version.Branches.Contains("main"))
            && (selector["deployedOrReleased"] is null || version.Environments.Count > 0);
    }

    private (int Status, JsonNode? Body) Result(string provider, string sha, JsonObject body)
    {
        if (
            body["success"]?.GetValueKind()
            is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
        )
        {
            return (400, Errors(("success", "is missing")));
        }

        if (body["providerApplicationVersion"]?.ToString() is not { Length: > 0 } version)
        {
            return (400, Errors(("providerApplicationVersion", "is missing")));
        }

        if (!State.Pacts.Exists(p => p.Sha == sha))
        {
            return (404, null);
        }

        _ = State.Version(provider, version);
        State.Results.Add(new StoredResult(provider, sha, version, body["success"]!.GetValue<bool>(), body));
        return (201, body.DeepClone());
    }

    private (int Status, JsonNode? Body) Deploy(StoredVersion? version, string uuid)
    {
        if (version is null || !State.Environments.ContainsValue(uuid))
        {
            return (404, null);
        }

        var name = State.Environments.First(e => e.Value == uuid).Key;
        State
            .Versions.Where(v => v.Pacticipant == version.Pacticipant)
            .ToList()
            .ForEach(v => v.Environments.Remove(name));
        version.Environments.Add(name);
        return (201, new JsonObject { ["uuid"] = "made-up", ["currentlyDeployed"] = true });
    }

    private (int Status, JsonNode? Body) Environment(JsonObject body, BrokerPages pages)
    {
        if (body["name"]?.ToString() is not { Length: > 0 } name || body["production"] is null)
        {
            return (400, Errors(("name", "is missing")));
        }

        State.Environments[name] = $"0d9f6a3c-51b7-4e28-9c64-{State.Environments.Count:x12}";
        return (201, pages.Environment(name));
    }

    private (int Status, JsonNode? Body) Matrix(IQueryCollection query, BrokerPages pages)
    {
        if (query["q[][pacticipant]"].ToString() is not { Length: > 0 } name)
        {
            return (400, Errors(("selectors", "Please provide 1 or more version selectors.")));
        }

        var environment = query["environment"].ToString();
        return environment.Length > 0 && !State.Environments.ContainsKey(environment)
            ? (400, Errors(("environment", $"Environment with name '{environment}' does not exist")))
            : (200, pages.Matrix(name, query["q[][version]"].ToString(), environment));
    }
}
