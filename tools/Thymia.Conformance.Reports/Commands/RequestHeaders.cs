using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Reports.Commands;

/// <summary>The headers of a request as a file shows them: the configured key is a name, never the key.</summary>
internal static class RequestHeaders
{
    public const string KeyPlaceholder = "$THYMIA_APIKEY";

    public static IEnumerable<KeyValuePair<string, string>> Of(CaseRequest request)
    {
        foreach (var header in request.Headers)
        {
            yield return header;
        }

        if (request.ContentType is { } type)
        {
            yield return new("content-type", type);
        }

        foreach (var further in request.FurtherHeaders)
        {
            yield return new(further, $"${HeaderVariables.Prefix}{HeaderVariables.Spelt(further)}");
        }

        if (request.KeyHeader is { } name && request.Key != KeyUse.Absent)
        {
            yield return new(
                name,
                request.Key switch
                {
                    KeyUse.Configured => KeyPlaceholder,
                    _ when MadeUpKey.FixedText(request.Key) is { } text => text,
                    KeyUse.Empty => "",
                    KeyUse.Extended => KeyPlaceholder + "-x",
                    _ =>
                        $"{KeyPlaceholder} ({request.Key switch
                {
                    KeyUse.OtherCase => "in the other case",
                    KeyUse.FirstHalf => "its first half",
                    _ => "made up, of its length",
                }})",
                }
            );
        }
    }
}
