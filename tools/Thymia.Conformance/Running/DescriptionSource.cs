using System.Net;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Running;

/// <summary>
/// Where a description comes from: a file, standard input, or an address. An address is asked once, without any secret,
/// and a redirect is shown rather than followed.
/// </summary>
public static class DescriptionSource
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int MaxBytes = 64 * 1024 * 1024;

    /// <exception cref="UnusableInputException">It cannot be read, or is no description.</exception>
    public static ApiDescription Read(ConformanceOptions options) =>
        options.Description switch
        {
            null => DescriptionReader.Read(DescriptionReader.ShippedContract, options.Overlays),
            StandardInput => options.DescriptionText is { } text
                ? DescriptionReader.Parse(text.ToArray(), "standard input", null, options.Overlays)
                : throw Unreadable("standard input is not read here", StandardInput, "name a file", null),
            var place when AddressOf(place) is { } address => At(address, options),
            var file => DescriptionReader.Read(file, options.Overlays),
        };

    /// <summary>Reads what is served at an address, and what it leads to at the same origin.</summary>
    private static ApiDescription At(Uri address, ConformanceOptions options) =>
        DescriptionReader.Parse(
            Fetch(address, options.Timeout),
            Shown(address),
            FilesAt(address, options.Timeout),
            options.Overlays
        );

    /// <summary>What references of a description at an address may lead to: documents of the same origin.</summary>
    public static DescriptionFiles FilesAt(Uri address, TimeSpan timeout) =>
        new AddressFiles(address, there => Fetch(there, timeout));

    /// <summary>Whether the place is an address rather than a file.</summary>
    public static bool IsAddress(string place) => AddressOf(place) is not null;

    private static Uri? AddressOf(string place) =>
        Uri.TryCreate(place, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;

    private static byte[] Fetch(Uri address, TimeSpan timeout)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw Unreadable(
                "anybody on the way could change it: http is read from this machine alone",
                Shown(address),
                "use https, or a copy of it in a file",
                null
            );
        }

        if (address.UserInfo.Length > 0)
        {
            throw Unreadable("the address holds a user name or a password", Shown(address), "leave it out", null);
        }

        try
        {
            return Ask(address, timeout);
        }
        catch (HttpRequestException e)
        {
            throw Unreadable($"it cannot be read: {SafeText.Of(e.Message).TrimEnd('.')}", Shown(address), Hint, e);
        }
        catch (OperationCanceledException e)
        {
            throw Unreadable("it cannot be read: timed out", Shown(address), Hint, e);
        }
    }

    private const string Hint = "check the address, or name a copy of it in a file";

    private static byte[] Ask(Uri address, TimeSpan timeout)
    {
        using var handler = Transport.To(address);
        using var client = new HttpClient(handler) { Timeout = timeout, MaxResponseContentBufferSize = MaxBytes };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = client.Send(request);
        if (answer.Headers.Location is { } location && (int)answer.StatusCode is >= 300 and < 400)
        {
            throw Unreadable(
                $"it leads elsewhere ({(int)answer.StatusCode})",
                Shown(address),
                $"type --description {SafeText.Of(new Uri(address, location).ToString())} if that is what you mean",
                null
            );
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw Unreadable($"it is answered with status {(int)answer.StatusCode}", Shown(address), Hint, null);
        }

        using var content = new MemoryStream();
        answer.Content.CopyTo(content, null, CancellationToken.None);
        return content.ToArray();
    }

    private static string Shown(Uri address) =>
        SafeText.Of(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

    private static UnusableInputException Unreadable(string problem, string place, string hint, Exception? cause) =>
        new("description-not-readable", problem, place, hint, cause);
}
