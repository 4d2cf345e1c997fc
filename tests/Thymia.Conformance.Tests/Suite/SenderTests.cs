namespace Thymia.Conformance.Tests.Suite;

/// <summary>One sender for all commands: whoever opens a connection does so through it.</summary>
public sealed class SenderTests
{
    // The sender, and what asks for descriptions, tokens and a broker for pacts: none of them sends cases.
    private static readonly string[] Openers =
    [
        "BrokerClient.cs",
        "DescriptionSource.cs",
        "LiveDescription.cs",
        "Replayer.cs",
        "TokenSource.cs",
    ];

    [Fact]
    public void Connections_are_made_by_one_transport_alone() =>
        Assert.Equal(["Transport.cs"], Files("new SocketsHttpHandler", "AllowAutoRedirect = "));

    [Fact]
    public void Nothing_opens_connections_but_the_sender_and_those_that_send_no_case()
    {
        Assert.Equal(Openers, Files("Transport.To("));
        Assert.Equal(Openers.Where(f => f != "Replayer.cs"), Files("new HttpClient(", "HttpClientHandler"));
        Assert.Equal(["Connections.cs"], Files("HttpMessageInvoker "));
    }

    private static string[] Files(params string[] words) =>
        [
            .. Repository
                .Sources("tools")
                .Where(f =>
                    !f.Contains("Benchmarks", StringComparison.Ordinal)
                    && !f.Contains("PactNet", StringComparison.Ordinal)
                )
                .Where(f =>
                    File.ReadAllText(f) is var text && words.Any(w => text.Contains(w, StringComparison.Ordinal))
                )
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];
}
