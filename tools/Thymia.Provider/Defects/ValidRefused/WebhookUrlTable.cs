using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the webhook and refused.</summary>
internal sealed class WebhookUrlTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "webhook-empty-query-refused",
            "webhookUrl",
            "A webhook that ends in a question mark is refused."
        )
        {
            Refuses = request => request.TextAt("webhookUrl") is { } url && url.EndsWith('?'),
        },
        new RefusedInput("webhook-encoded-slash-refused", "webhookUrl", "A webhook with an encoded slash is refused.")
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url
                && url.Contains("%2F", StringComparison.OrdinalIgnoreCase)
                && !url.Contains('?', StringComparison.Ordinal),
        },
        new RefusedInput("webhook-high-port-refused", "webhookUrl", "A webhook with a port beyond 32,767 is refused.")
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url
                && Uri.TryCreate(url, UriKind.Absolute, out var uri)
                && uri.Port > short.MaxValue,
        },
        new RefusedInput("webhook-of-one-label-refused", "webhookUrl", "A webhook at a host of one label is refused.")
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url
                && Uri.TryCreate(url, UriKind.Absolute, out var uri)
                && uri.Scheme == "https"
                && uri.HostNameType == UriHostNameType.Dns
                && !uri.Host.Contains('.', StringComparison.Ordinal),
        },
        new RefusedInput(
            "webhook-trailing-dot-refused",
            "webhookUrl",
            "A webhook at a host with a dot at its end is refused."
        )
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url
                && url.Contains("./", StringComparison.Ordinal)
                && !url.Contains("/./", StringComparison.Ordinal),
        },
        new RefusedInput(
            "webhook-underscore-refused",
            "webhookUrl",
            "A webhook at a host with an underscore is refused."
        )
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url
                && Uri.TryCreate(url, UriKind.Absolute, out var uri)
                && uri.Host.Contains('_', StringComparison.Ordinal),
        },
        new RefusedInput("webhook-http-refused", "webhookUrl", "A webhook without transport security is refused.")
        {
            Refuses = request =>
                request.TextAt("webhookUrl") is { } url && url.StartsWith("http:", StringComparison.Ordinal),
        },
        new RefusedInput("webhook-port-refused", "webhookUrl", "A webhook with a port is refused.")
        {
            Refuses = request =>
                Uri.TryCreate(request.TextAt("webhookUrl"), UriKind.Absolute, out var uri)
                && request.TextAt("webhookUrl")!.Contains(uri.Host + ":", StringComparison.OrdinalIgnoreCase),
        },
        new RefusedInput("webhook-query-refused", "webhookUrl", "A webhook with a query is refused.")
        {
            Refuses = request => request.TextAt("webhookUrl") is { } url && url.Contains('?', StringComparison.Ordinal),
        },
        new RefusedInput("webhook-refused", "webhookUrl", "Any webhook is refused.")
        {
            Refuses = request => request.At("webhookUrl").IsPresent,
        },
    ];
}
