using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Pacts.Verification;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Tells a broker how a version of the provider fared on one of its pacts.</summary>
internal static class ResultPublisher
{
    /// <summary>
    /// Publishes nothing where an interaction got no answer or was not tried: then it is not known whether the pact is
    /// honoured.
    /// </summary>
    /// <returns>Whether it was published.</returns>
    public static async Task<bool> PublishAsync(
        BrokerClient broker,
        BrokerPact pact,
        IReadOnlyList<VerifiedInteraction> interactions,
        ProviderVersion version,
        CancellationToken cancellation
    )
    {
        if (interactions.Any(i => i.Error is not null || i.Skipped is not null))
        {
            return false;
        }

        if (version.Branch is { } branch)
        {
            await SetBranchAsync(broker, pact, version.Number, branch, cancellation);
        }

        var place = pact.Document.Link("pb:publish-verification-results")
            ?? throw new BrokerException(
                2,
                broker.Place,
                $"'{pact.Name}' takes no verification results",
                "see whether the login may write"
            );
        var reply = await broker.SendAsync(HttpMethod.Post, place, Body(pact, interactions, version), cancellation);
        return reply.IsSuccess ? true : throw Refused(broker, reply, $"the verification results of '{pact.Name}'");
    }

    private static async Task SetBranchAsync(
        BrokerClient broker,
        BrokerPact pact,
        string version,
        string branch,
        CancellationToken cancellation
    )
    {
        var provider = await broker.GetAsync(
            pact.Document.Link("pb:provider") ?? $"/pacticipants/{Uri.EscapeDataString(pact.Pact.Provider)}",
            cancellation
        );
        var place = provider.Document.Link("pb:branch-version", ("branch", branch), ("version", version))
            ?? throw new BrokerException(
                2,
                broker.Place,
                "the broker knows no branches",
                "leave out --provider-branch, or take Pact Broker 2.86 or newer"
            );
        var reply = await broker.SendAsync(HttpMethod.Put, place, "{}"u8.ToArray(), cancellation);
        if (!reply.IsSuccess)
        {
            throw Refused(broker, reply, $"branch {branch} for version {version}");
        }
    }

    private static byte[] Body(
        BrokerPact pact,
        IReadOnlyList<VerifiedInteraction> interactions,
        ProviderVersion version
    )
    {
        var ids = pact.Document.Items("interactions").ToLookup(i => i.Text("description"), i => i.Text("_id"));
        var body = new JsonObject
        {
            ["success"] = interactions.All(i => i.Passed),
            ["providerApplicationVersion"] = version.Number,
            ["testResults"] = new JsonArray([
                .. interactions.Select(i => Result(i, ids[i.Description].FirstOrDefault())),
            ]),
            ["verifiedBy"] = new JsonObject
            {
                ["implementation"] = "Pact-Rust",
                ["version"] = PactCore.ExpectedVersion,
                ["clientLanguage"] = new JsonObject
                {
                    ["testFramework"] = "thymia-conformance",
                    ["name"] = "thymia-conformance",
                    ["version"] = typeof(ResultPublisher).Assembly.GetName().Version?.ToString(3),
                },
            },
        };
        if (version.BuildUrl is { } url)
        {
            body["buildUrl"] = url;
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private static JsonObject Result(VerifiedInteraction interaction, string? id)
    {
        var result = new JsonObject
        {
            ["interactionDescription"] = interaction.Description,
            ["success"] = interaction.Passed,
        };
        if (id is not null)
        {
            result["interactionId"] = id;
        }

        if (interaction.Mismatches.Count > 0)
        {
            result["mismatches"] = new JsonArray([
                .. interaction.Mismatches.Select(m => new JsonObject
                {
                    ["attribute"] = m.Attribute,
                    ["identifier"] = m.Identifier,
                    ["description"] = m.Problem,
                }),
            ]);
        }

        return result;
    }

    private static BrokerException Refused(BrokerClient broker, BrokerReply reply, string what)
    {
        var said = reply.Objections.Count > 0 ? $": {string.Join("; ", reply.Objections)}" : "";
        return new BrokerException(
            2,
            broker.Place,
            $"the broker does not take {what} ({reply.Status}{said})",
            "correct what it names"
        );
    }
}
