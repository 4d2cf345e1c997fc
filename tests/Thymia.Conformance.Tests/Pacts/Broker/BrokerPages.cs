using System.Text.Json.Nodes;

namespace Thymia.Conformance.Tests.Pacts.Broker;

/// <summary>The HAL documents of the stand-in of a broker.</summary>
/// <param name="root">The URL that all links begin with.</param>
internal sealed class BrokerPages(BrokerState state, string root)
{
    public JsonObject Index() =>
        new()
        {
            ["_links"] = new JsonObject
            {
                ["self"] = Link(root, "Index"),
                ["pb:publish-contracts"] = Link($"{root}/contracts/publish", "Publish contracts"),
                ["pb:pacticipant-version"] = Template($"{root}/pacticipants/{{pacticipant}}/versions/{{version}}"),
                ["pb:provider-pacts-for-verification"] = Template(
                    $"{root}/pacts/provider/{{provider}}/for-verification"
                ),
                ["pb:environments"] = Link($"{root}/environments", "Environments"),
            },
        };

    public static JsonObject Conflict(StoredPact pact)
    {
        var text =
            $"Cannot change the content of the pact for {pact.Consumer} version {pact.ConsumerVersion} and provider "
            + $"{pact.Provider}, "
            + "as race conditions will cause unreliable results for can-i-deploy.";
        return new JsonObject
        {
            ["notices"] = new JsonArray(
                Notice("error", text),
                Notice("info", "Differences:\n  - \"MALE\"\n  + \"FEMALE\"")
            ),
            ["errors"] = new JsonObject { ["contracts"] = new JsonArray(text) },
        };
    }

    public static JsonObject Published(StoredPact pact, bool again) =>
        Notice(
            "success",
            again
                ? $"Pact successfully republished for {pact.Consumer} version {pact.ConsumerVersion} and provider "
                    + $"{pact.Provider} with no content changes."
                : $"Pact successfully published for {pact.Consumer} version {pact.ConsumerVersion} and provider "
                    + $"{pact.Provider}."
        );

    public JsonObject Publication(StoredVersion version, IEnumerable<StoredPact> pacts, IEnumerable<JsonObject> notices)
    {
        var page = $"{root}/pacticipants/{Escaped(version.Pacticipant)}";
        var number = $"{page}/versions/{Escaped(version.Number)}";
        return new JsonObject
        {
            ["notices"] = new JsonArray([.. notices]),
            ["logs"] = new JsonArray(),
            ["_embedded"] = new JsonObject
            {
                ["pacticipant"] = new JsonObject
                {
                    ["name"] = version.Pacticipant,
                    ["_links"] = new JsonObject { ["self"] = Link(page) },
                },
                ["version"] = new JsonObject
                {
                    ["number"] = version.Number,
                    ["_links"] = new JsonObject { ["self"] = Link(number, "Version", version.Number) },
                },
            },
            ["_links"] = new JsonObject
            {
                ["pb:pacticipant"] = Link(page, "Pacticipant", version.Pacticipant),
                ["pb:pacticipant-version"] = Link(number, "Pacticipant version", version.Number),
                ["pb:pacticipant-version-tags"] = new JsonArray(),
                ["pb:contracts"] = new JsonArray([
                    .. pacts.Select(p =>
                        Link(
                            $"{root}/pacts/provider/{Escaped(p.Provider)}/consumer/{Escaped(p.Consumer)}"
                                + $"/version/{Escaped(p.ConsumerVersion)}",
                            "Pact",
                            Name(p)
                        )
                    ),
                ]),
            },
        };
    }

    /// <param name="pending">Null where nobody asked.</param>
    public JsonObject ForVerification(
        string provider,
        IEnumerable<StoredPact> pacts,
        IEnumerable<StoredPact> wip,
        IReadOnlyList<StoredPact>? pending
    ) =>
        new()
        {
            ["_embedded"] = new JsonObject
            {
                ["pacts"] = new JsonArray([
                    .. pacts.Select(p => Verifiable(p, pending?.Contains(p), false)),
                    .. wip.Select(p => Verifiable(p, true, true)),
                ]),
            },
            ["_links"] = new JsonObject
            {
                ["self"] = Link($"{root}/pacts/provider/{Escaped(provider)}/for-verification", "Pacts to be verified"),
            },
        };

    public JsonObject? Pact(string provider, string consumer, string sha)
    {
        if (state.Pacts.Find(p => p.Provider == provider && p.Consumer == consumer && p.Sha == sha) is not { } pact)
        {
            return null;
        }

        var page = JsonNode.Parse(pact.Content)!.AsObject();
        var interactions = page["interactions"]!.AsArray();
        for (var i = 0; i < interactions.Count; i++)
        {
            interactions[i]!["_id"] = $"id-{i}";
        }

        page["_links"] = new JsonObject
        {
            ["self"] = Link(PlaceOf(pact), "Pact", Name(pact)),
            ["pb:provider"] = Link($"{root}/pacticipants/{Escaped(provider)}", "Provider", provider),
            ["pb:publish-verification-results"] = Link(
                $"{PlaceOf(pact)}/verification-results",
                "Publish verification results"
            ),
        };
        return page;
    }

    public JsonObject Pacticipant(string name) =>
        new()
        {
            ["name"] = name,
            ["_links"] = new JsonObject
            {
                ["self"] = Link($"{root}/pacticipants/{Escaped(name)}"),
                ["pb:branch-version"] = Template(
                    $"{root}/pacticipants/{Escaped(name)}/branches/{{branch}}/versions/{{version}}"
                ),
            },
        };

    public JsonObject Version(StoredVersion version)
    {
        var page = $"{root}/pacticipants/{Escaped(version.Pacticipant)}/versions/{Escaped(version.Number)}";
        return new JsonObject
        {
            ["number"] = version.Number,
            ["_links"] = new JsonObject
            {
                ["self"] = Link(page),
                ["pb:record-deployment"] = new JsonArray([
                    .. state.Environments.Select(e =>
                        Link($"{page}/deployed-versions/environment/{e.Value}", $"Record deployment to {e.Key}", e.Key)
                    ),
                ]),
            },
        };
    }

    public JsonObject Environment(string name) =>
        new()
        {
            ["uuid"] = state.Environments[name],
            ["name"] = name,
            ["displayName"] = name,
            ["production"] = true,
            ["createdAt"] = "2026-01-01T10:00:00+00:00",
            ["_links"] = new JsonObject { ["self"] = Link($"{root}/environments/{state.Environments[name]}") },
        };

    public JsonObject Environments() =>
        new()
        {
            ["_embedded"] = new JsonObject
            {
                ["environments"] = new JsonArray([.. state.Environments.Keys.Select(Environment)]),
            },
            ["_links"] = new JsonObject { ["self"] = Link($"{root}/environments") },
        };

    /// <summary>
    /// The rows of one version, and of each other party what is deployed, or all of it without an environment.
    /// </summary>
    public JsonObject Matrix(string pacticipant, string number, string environment)
    {
        var rows = state.Find(pacticipant, number) is null ? [] : Rows(pacticipant, number, environment).ToList();
        bool? deployable =
            state.Find(pacticipant, number) is null || rows.Exists(r => r.Success == false) ? false
            : rows.Exists(r => r.Success is null) ? null
            : true;
        var reason = deployable switch
        {
            true => "All required verification results are published and successful",
            null => "There is no verified pact between the versions",
            _ when rows.Count == 0 =>
                $"No pacts or verifications have been published for version {number} of {pacticipant}",
            _ => "The verification for the pact between the versions failed",
        };
        return new JsonObject
        {
            ["summary"] = new JsonObject { ["deployable"] = deployable, ["reason"] = reason },
            ["notices"] = new JsonArray(Notice(deployable == true ? "success" : "error", reason)),
            ["matrix"] = new JsonArray([.. rows.Select(r => Row(r.Pact, r.ProviderVersion, r.Success))]),
        };
    }

    private IEnumerable<(StoredPact Pact, string? ProviderVersion, bool? Success)> Rows(
        string pacticipant,
        string number,
        string environment
    )
    {
        bool IsThere(string name, string version) =>
            environment.Length == 0 || state.Find(name, version)!.Environments.Contains(environment);
        foreach (var pact in state.Pacts.Where(p => p.Consumer == pacticipant && p.ConsumerVersion == number))
        {
            var version = state
                .Versions.FindLast(v => v.Pacticipant == pact.Provider && IsThere(v.Pacticipant, v.Number))
                ?.Number;
            yield return (pact, version, version is null ? null : state.ResultOf(pact, version)?.Success);
        }

        foreach (
            var pact in state.Pacts.Where(p => p.Provider == pacticipant && IsThere(p.Consumer, p.ConsumerVersion))
        )
        {
            yield return (pact, number, state.ResultOf(pact, number)?.Success);
        }
    }

    private static JsonObject Row(StoredPact pact, string? providerVersion, bool? success) =>
        new()
        {
            ["consumer"] = new JsonObject
            {
                ["name"] = pact.Consumer,
                ["version"] = new JsonObject { ["number"] = pact.ConsumerVersion },
            },
            ["provider"] = new JsonObject
            {
                ["name"] = pact.Provider,
                ["version"] = providerVersion is null ? null : new JsonObject { ["number"] = providerVersion },
            },
            ["verificationResult"] = success is null ? null : new JsonObject { ["success"] = success },
        };

    private JsonObject Verifiable(StoredPact pact, bool? pending, bool wip)
    {
        var properties = new JsonObject
        {
            ["notices"] = new JsonArray(
                new JsonObject { ["when"] = "before_verification", ["text"] = "The pact is to be verified" }
            ),
        };
        if (pending is not null)
        {
            properties["pending"] = pending;
        }

        if (wip)
        {
            properties["wip"] = true;
        }

        return new JsonObject
        {
            ["shortDescription"] = "latest",
            ["verificationProperties"] = properties,
            ["_links"] = new JsonObject { ["self"] = Link(PlaceOf(pact), null, Name(pact)) },
        };
    }

    private static JsonObject Notice(string type, string text) => new() { ["type"] = type, ["text"] = text };

    private static string Name(StoredPact pact) =>
        $"Pact between {pact.Consumer} ({pact.ConsumerVersion}) and {pact.Provider}";

    private string PlaceOf(StoredPact pact) =>
        $"{root}/pacts/provider/{Escaped(pact.Provider)}/consumer/{Escaped(pact.Consumer)}/pact-version/{pact.Sha}";

    private static JsonObject Link(string href, string? title = null, string? name = null)
    {
        var link = new JsonObject { ["href"] = href };
        foreach (var (key, value) in new[] { ("title", title), ("name", name) })
        {
            if (value is not null)
            {
                link[key] = value;
            }
        }

        return link;
    }

    private static JsonObject Template(string href) => new() { ["href"] = href, ["templated"] = true };

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
