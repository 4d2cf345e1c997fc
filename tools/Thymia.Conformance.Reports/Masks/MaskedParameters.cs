using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>
/// The parameters of a request that a path of the mask names, as <c>$..phoneNumber</c> does in <c>?phoneNumber=…</c>.
/// </summary>
internal sealed class MaskedParameters(IReadOnlyList<JsonPath> paths, TestCase testCase)
{
    /// <summary>The values that are masked, as they read.</summary>
    public IReadOnlyList<string> Values
    {
        get
        {
            var found = new List<string>();
            _ = Target(value =>
            {
                found.Add(value);
                return value;
            });
            return [.. found, .. testCase.Request.Headers.Where(h => IsNamed(h.Key)).Select(h => h.Value)];
        }
    }

    /// <summary>False where the case is about it.</summary>
    /// <param name="part"><c>header</c>, <c>query</c> or <c>path</c>.</param>
    public bool IsMasked(string part, string name) =>
        IsNamed(name)
        && !(
            testCase.Location.Part == part
            && testCase.Location.Path is [_, var subject, ..]
            && string.Equals(subject, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Path and query of the request with values replaced.</summary>
    public string Target(Func<string, string> mask)
    {
        var parts = testCase.Request.Target.Split('?', 2);
        var path = Path(parts[0], mask);
        return parts.Length == 1 ? path : $"{path}?{string.Join('&', parts[1].Split('&').Select(p => Pair(p, mask)))}";
    }

    private string Path(string sent, Func<string, string> mask)
    {
        var (template, segments) = (testCase.Operation.Path.Split('/'), sent.Split('/'));
        return template.Length != segments.Length
            ? sent
            : string.Join(
                '/',
                segments.Zip(template, (s, t) =>
                    t is ['{', .. var name, '}'] && IsMasked("path", name) ? Replaced(s, mask) : s
                )
            );
    }

    private string Pair(string pair, Func<string, string> mask) =>
        pair.Split('=', 2) is [var name, var value] && IsMasked("query", Uri.UnescapeDataString(name))
            ? $"{name}={Replaced(value, mask)}"
            : pair;

    private static string Replaced(string value, Func<string, string> mask)
    {
        var plain = Uri.UnescapeDataString(value);
        var masked = mask(plain);
        return masked == plain ? value : Uri.EscapeDataString(masked);
    }

    private bool IsNamed(string name) => paths.Any(p => p.Matches([name]));
}
