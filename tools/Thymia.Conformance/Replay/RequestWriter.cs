using System.Diagnostics.CodeAnalysis;
using System.Net;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Replay;

/// <summary>Turns a case's request into a message for the wire, as odd as it is, and puts the key in.</summary>
internal sealed class RequestWriter
{
    private readonly string _base;
    private readonly CredentialWriter _credentials;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private readonly Version _version;
    private readonly UriCreationOptions _verbatim;
    private Addressed? _last;

    public RequestWriter(ReplayOptions options)
    {
        _base = options.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _credentials = new CredentialWriter(options);
        _headers = options.Headers;

        // Within a process there is no wire: the path is given as servers read it, with its dot segments resolved.
        _verbatim = new() { DangerousDisablePathAndQueryCanonicalization = options.Handler is null };

        // Only TLS can settle on HTTP/2 before the first request.
        _version = options.BaseUrl.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11;
    }

    /// <summary>False where .NET's HTTP stack refuses to send the request as written; then a clause says why.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The message owns its content, the caller the message.")]
    public bool TryWrite(CaseRequest request, out HttpRequestMessage message, [NotNullWhen(false)] out string? problem)
    {
        message = new HttpRequestMessage(HttpMethod.Parse(request.Method), UrlOf(_credentials.TargetOf(request)))
        {
            Version = _version,
            Content = ContentOf(request),
        };
        problem = null;
        foreach (var (name, value) in request.Headers)
        {
            if (
                !message.Headers.TryAddWithoutValidation(name, value)
                && message.Content?.Headers.TryAddWithoutValidation(name, value) != true
            )
            {
                problem = $"the header '{name}' cannot be sent as written";
            }
        }

        foreach (var (name, value) in _headers)
        {
            message.Headers.Remove(name);
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                problem = $"the configured header '{name}' cannot be sent";
            }
        }

        problem = _credentials.Write(request, message) ?? problem;
        return problem is null;
    }

    // The slash ends the authority, so that no target can lead to another host.
    private Uri UrlOf(string target)
    {
        if (_last is { } last && last.Target == target)
        {
            return last.Url;
        }

        var url = new Uri(_base + (target.StartsWith('/') ? target : "/" + target), _verbatim);
        _last = new Addressed(target, url);
        return url;
    }

    // Without a body .NET writes "Content-Length: 0" for methods that take one, which means the same (RFC 9110, 8.6).
    private static ReadOnlyMemoryContent? ContentOf(CaseRequest request)
    {
        if (request.Body is null && request.ContentType is null)
        {
            return null;
        }

        var content = new ReadOnlyMemoryContent(request.Body ?? default);
        if (request.ContentType is { } type)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }

    /// <summary>A target with the whole address that it stands for.</summary>
    private sealed record Addressed(string Target, Uri Url);
}
