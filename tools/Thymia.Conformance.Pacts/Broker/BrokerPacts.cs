using System.Text.Json;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>
/// Pacts that a broker wants verified, as files on this machine until this object is disposed of. Having them as files
/// lets us count what must be verified and leave out what must not be sent, as with any other pact.
/// </summary>
public sealed class BrokerPacts : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thymia-broker-");

    private BrokerPacts() { }

    public IReadOnlyList<BrokerPact> All { get; private set; } = [];

    public void Dispose() => _folder.Delete(recursive: true);

    internal static async Task<BrokerPacts> FetchAsync(
        BrokerClient broker,
        PactSelection selection,
        CancellationToken cancellation
    )
    {
        var pacts = new BrokerPacts();
        try
        {
            pacts.All = await pacts.FillAsync(broker, selection, cancellation);
            return pacts;
        }
        catch
        {
            pacts.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<BrokerPact>> FillAsync(
        BrokerClient broker,
        PactSelection selection,
        CancellationToken cancellation
    )
    {
        var provider = selection.Provider;
        var href = await broker.FindAsync(
            "pb:provider-pacts-for-verification",
            $"/pacts/provider/{Uri.EscapeDataString(provider)}/for-verification",
            cancellation,
            ("provider", provider)
        );
        var json = JsonSerializer.SerializeToUtf8Bytes(selection.ToJson());
        var reply = await broker.SendAsync(HttpMethod.Post, href, json, cancellation);
        Demand(broker, reply, provider);
        var found = new List<BrokerPact>();
        foreach (var item in reply.Document.Items("_embedded", "pacts"))
        {
            found.Add(await FetchAsync(broker, item, found.Count, cancellation));
        }

        return found;
    }

    private async Task<BrokerPact> FetchAsync(
        BrokerClient broker,
        HalDocument item,
        int number,
        CancellationToken cancellation
    )
    {
        var self = item.Link("self") ?? throw Unusable(broker, "a pact without its place");
        var reply = await broker.GetAsync(self, cancellation);
        if (!reply.IsSuccess || !reply.IsJson)
        {
            throw Unusable(broker, $"no pact at the place it names ({reply.Status})");
        }

        var file = Path.Combine(_folder.FullName, $"{number}.json");
        await File.WriteAllTextAsync(file, reply.Document.Root.GetRawText(), cancellation);
        return new BrokerPact(PactFiles.Find([file])[0], reply.Document)
        {
            Name = item.Links("self")[0].Name ?? self,
            Pending = item.Flag("verificationProperties", "pending") == true,
            WorkInProgress = item.Flag("verificationProperties", "wip") == true,
        };
    }

    private static void Demand(BrokerClient broker, BrokerReply reply, string provider)
    {
        if (reply.Status == 404)
        {
            throw new BrokerException(
                2,
                broker.Place,
                $"the broker knows no provider '{provider}'",
                "name it as its consumers' pacts do, with --provider"
            );
        }

        if (!reply.IsSuccess || !reply.IsJson)
        {
            var said = reply.Objections.Count > 0 ? $": {string.Join("; ", reply.Objections)}" : "";
            throw new BrokerException(
                2,
                broker.Place,
                $"the broker does not accept the choice of pacts ({reply.Status}{said})",
                "correct --consumer-version-selectors"
            );
        }
    }

    private static BrokerException Unusable(BrokerClient broker, string what) =>
        new(3, broker.Place, $"the broker gives {what}", "see its log");
}

/// <summary>A pact as a broker has it.</summary>
public sealed class BrokerPact
{
    internal BrokerPact(PactSummary pact, HalDocument document)
    {
        Pact = pact;
        Document = document;
    }

    /// <summary>The file it is in for now.</summary>
    public PactSummary Pact { get; }

    /// <summary>For people: <c>Pact between shop (1.2.0) and calls</c>.</summary>
    public required string Name { get; init; }

    /// <summary>True where it may fail without consequence.</summary>
    public bool Pending { get; init; }

    /// <summary>True where no selector names it.</summary>
    public bool WorkInProgress { get; init; }

    internal HalDocument Document { get; }
}
