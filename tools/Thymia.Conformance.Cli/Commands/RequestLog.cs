using System.Globalization;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Cli.Commands;

/// <summary>
/// A line for each request that the reference provider has answered: method, path, status and milliseconds. It shows
/// no key, wherever a client has put it, and nothing that a terminal would obey.
/// </summary>
internal sealed class RequestLog(TextWriter output, ProviderOptions options)
{
    private readonly Lock _writing = new();
    private readonly IReadOnlyList<Secret> _keys = Secrets.OfKeys(
        options.ApiKey,
        options.OtherApiKey is { } other ? [other] : [],
        "[key]"
    );

    public void Add(AnsweredRequest request)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {request.Path} {request.Status} {request.Duration.TotalMilliseconds:0} ms"
        );
        lock (_writing)
        {
            output.WriteLine(SafeText.Of(SecretText.Masked(line, _keys)));
        }
    }
}
