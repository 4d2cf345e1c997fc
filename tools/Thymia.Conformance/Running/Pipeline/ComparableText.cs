using System.Text;
using System.Text.RegularExpressions;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>An answer as text without what differs from request to request: the path, times and ids.</summary>
internal static partial class ComparableText
{
    private const int MaxBytes = 64 * 1024;

    public static string Of(Exchange exchange)
    {
        var answer = exchange.Answer!;
        var text = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, MaxBytes)]);
        var path = exchange.Request.Target.Split('?')[0];
        foreach (
            var name in new[]
            {
                path,
                Uri.EscapeDataString(path),
                path.Replace("/", "\\/", StringComparison.Ordinal),
                path.TrimStart('/'),
            }
        )
        {
            text = name.Length > 0 ? text.Replace(name, "", StringComparison.OrdinalIgnoreCase) : text;
        }

        return $"{answer.Header("content-type")}\n{Changing().Replace(text, "#")}";
    }

    // Times, numbers and ids in hex.
    [GeneratedRegex(@"[0-9A-Fa-f:.+Z_-]*[0-9][0-9A-Fa-f:.+TZ_-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Changing();
}
