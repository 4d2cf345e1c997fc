namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Asks whether a version may go to an environment, and tells the broker that it has.</summary>
internal static class Deployments
{
    /// <exception cref="BrokerException">The broker cannot answer: it knows no such version or environment, or
    /// fails.</exception>
    public static async Task<DeployAnswer> AskAsync(
        BrokerClient broker,
        string pacticipant,
        string version,
        string? environment,
        CancellationToken cancellation
    )
    {
        _ = await broker.IndexAsync(cancellation);
        var query =
            $"/matrix?q[][pacticipant]={Uri.EscapeDataString(pacticipant)}&q[][version]={Uri.EscapeDataString(version)}"
            + (
                environment is null
                    ? "&latestby=cvp&latest=true"
                    : $"&latestby=cvpv&environment={Uri.EscapeDataString(environment)}"
            );
        var reply = await broker.GetAsync(query, cancellation);
        if (!reply.IsSuccess || !reply.IsJson)
        {
            throw Refused(broker, reply, $"whether version {version} of {pacticipant} can be deployed");
        }

        var reasons = reply.Document.Items("notices").Select(n => n.Text("text")).OfType<string>().ToList();
        return new DeployAnswer(
            reply.Document.Flag("summary", "deployable"),
            reply.Document.Text("summary", "reason")
                ?? (reasons.Count > 0 ? string.Join("; ", reasons) : "the broker gives no reason"),
            [.. reply.Document.Items("matrix").Select(Row)]
        );
    }

    /// <exception cref="BrokerException">The broker knows no such version or environment, or fails.</exception>
    public static async Task RecordAsync(
        BrokerClient broker,
        string pacticipant,
        string version,
        string environment,
        CancellationToken cancellation
    )
    {
        var href = await broker.FindAsync(
            "pb:pacticipant-version",
            $"/pacticipants/{Uri.EscapeDataString(pacticipant)}/versions/{Uri.EscapeDataString(version)}",
            cancellation,
            ("pacticipant", pacticipant),
            ("version", version)
        );
        var found = await broker.GetAsync(href, cancellation);
        if (found.Status == 404)
        {
            throw new BrokerException(
                2,
                broker.Place,
                $"there is no version {version} of {pacticipant}",
                "publish its pacts or its verification results first"
            );
        }

        var places = found.Document.Links("pb:record-deployment");
        var place = places.FirstOrDefault(p => p.Name == environment).Href
            ?? throw NoEnvironment(broker, environment, places);
        var reply = await broker.SendAsync(HttpMethod.Post, place, "{}"u8.ToArray(), cancellation);
        if (!reply.IsSuccess)
        {
            throw Refused(broker, reply, $"the deployment of version {version} of {pacticipant}");
        }
    }

    private static MatrixRow Row(HalDocument row) =>
        new(
            row.Text("consumer", "name") ?? "",
            row.Text("consumer", "version", "number"),
            row.Text("provider", "name") ?? "",
            row.Text("provider", "version", "number"),
            row.Flag("verificationResult", "success")
        );

    private static BrokerException NoEnvironment(
        BrokerClient broker,
        string environment,
        IReadOnlyList<(string? Name, string Href)> places
    )
    {
        var known = places.Select(p => p.Name).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return new BrokerException(
            2,
            broker.Place,
            $"there is no environment '{environment}'",
            known.Count > 0 ? $"it has {string.Join(", ", known)}" : "create it at the broker first"
        );
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
