using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Publishes a consumer's pacts in one request: the broker takes all of them or none.</summary>
internal static class ContractPublisher
{
    /// <exception cref="BrokerException">The broker does not take them.</exception>
    /// <exception cref="UnusableInputException">There is nothing to publish, or not of one consumer.</exception>
    public static async Task<PublicationResult> PublishAsync(
        BrokerClient broker,
        Publication publication,
        CancellationToken cancellation
    )
    {
        var consumer = publication.DemandConsumer();
        var providers = publication
            .Published.GroupBy(p => p.Provider, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var json = Body(consumer, publication, providers.Select(p => (p.Key, MergedPact.Of(p.Value))));
        var href = await broker.FindAsync("pb:publish-contracts", "/contracts/publish", cancellation);
        var reply = await broker.SendAsync(HttpMethod.Post, href, json, cancellation);
        Demand(broker, reply, consumer, publication.Version);
        var pages = reply.Document.Links("pb:contracts");
        var notices = reply
            .Document.Items("notices")
            .Select(n => (Type: n.Text("type"), Text: n.Text("text") ?? ""))
            .ToList();
        return new PublicationResult(
            consumer,
            [
                .. providers.Select(
                    (p, i) =>
                        new PublishedPact(
                            p.Key,
                            p.Value.Sum(f => f.Interactions),
                            pages.Count == providers.Count ? pages[i].Href : null
                        )
                ),
            ],
            notices.Exists(n => n.Type == "success")
                && notices.TrueForAll(n =>
                    n.Type != "success" || n.Text.Contains("no content changes", StringComparison.Ordinal)
                ),
            [.. notices.Where(n => n.Type is "warning" or "error").Select(n => n.Text.Trim())]
        );
    }

    private static byte[] Body(
        string consumer,
        Publication publication,
        IEnumerable<(string Provider, byte[] Pact)> pacts
    )
    {
        var body = new JsonObject
        {
            ["pacticipantName"] = consumer,
            ["pacticipantVersionNumber"] = publication.Version,
            ["contracts"] = new JsonArray([
                .. pacts.Select(p => new JsonObject
                {
                    ["consumerName"] = consumer,
                    ["providerName"] = p.Provider,
                    ["specification"] = "pact",
                    ["contentType"] = "application/json",
                    ["content"] = Convert.ToBase64String(p.Pact),
                }),
            ]),
        };
        if (publication.Branch is { } branch)
        {
            body["branch"] = branch;
        }

        if (publication.BuildUrl is { } url)
        {
            body["buildUrl"] = url;
        }

        if (publication.Tags.Count > 0)
        {
            body["tags"] = new JsonArray([.. publication.Tags.Select(t => JsonValue.Create(t))]);
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private static void Demand(BrokerClient broker, BrokerReply reply, string consumer, string version)
    {
        var said = reply.Objections.Count > 0 ? $": {string.Join("; ", reply.Objections)}" : "";
        switch (reply.Status)
        {
            case 409:
                throw new BrokerException(
                    1,
                    broker.Place,
                    $"version {version} of {consumer} has other content there already (409{said})",
                    $"nothing of {consumer} was published; publish changed pacts under a version of their own, which "
                        + "--consumer-version names"
                )
                {
                    Details = reply.Details,
                };
            case 400 or 422:
                throw new BrokerException(
                    2,
                    broker.Place,
                    $"the broker does not accept the publication ({reply.Status}{said})",
                    $"nothing of {consumer} was published; correct what it names"
                );
            case 404 or 405:
                throw new BrokerException(
                    2,
                    broker.Place,
                    $"the broker cannot take contracts this way ({reply.Status})",
                    $"nothing of {consumer} was published; it takes Pact Broker 2.86 or newer"
                );
            case 413:
                throw new BrokerException(
                    2,
                    broker.Place,
                    "the pacts are too large for the broker (413)",
                    $"nothing of {consumer} was published; allow more in the proxy before it"
                );
            default:
                if (!reply.IsSuccess)
                {
                    throw new BrokerException(
                        2,
                        broker.Place,
                        $"the broker does not take the pacts ({reply.Status}{said})",
                        "see its log"
                    );
                }

                break;
        }
    }
}
