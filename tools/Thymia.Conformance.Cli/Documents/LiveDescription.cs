using System.Net;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Documents;

/// <summary>The description that a provider itself serves.</summary>
internal static class LiveDescription
{
    private const string Path = "openapi.json";
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Reads <c>/openapi.json</c> below the base URL; no key is sent.</summary>
    /// <exception cref="UnusableInputException">There is none, or it cannot be read.</exception>
    public static async Task<ApiDescription> ReadAsync(Uri baseUrl, TimeSpan timeout, CancellationToken cancellation)
    {
        var url = new Uri(baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + Path);
        using var handler = Transport.To(baseUrl);
        using var client = new HttpClient(handler) { Timeout = timeout, MaxResponseContentBufferSize = MostBytes };
        try
        {
            using var answer = await client.GetAsync(url, cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? DescriptionReader.Parse(
                    await answer.Content.ReadAsByteArrayAsync(cancellation),
                    url.ToString(),
                    DescriptionSource.FilesAt(url, timeout)
                )
                : throw Missing(url, $"the provider answers {(int)answer.StatusCode}", null);
        }
        catch (HttpRequestException e)
        {
            throw Missing(url, $"it cannot be read: {SafeText.Of(e.Message).TrimEnd('.')}", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Missing(url, "it cannot be read: timed out", e);
        }
    }

    private static UnusableInputException Missing(Uri url, string problem, Exception? cause) =>
        new(
            "live-description-missing",
            problem,
            url.ToString(),
            "check --base-url, and that the provider serves its description there",
            cause
        );
}
