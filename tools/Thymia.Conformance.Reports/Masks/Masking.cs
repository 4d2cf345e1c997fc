using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>
/// Takes the key and personal data out of what a report shows: by JSON path in requests, answers, and what validation
/// errors repeat of a request (<c>input</c>, <c>ctx.doc</c>). A value that a case is about stays in its request: it is an
/// edge or a break, and nobody's.
/// </summary>
public sealed class Masking
{
    public const string Mask = "[masked]";
    internal const string KeyMask = "[key]";
    private const int ShortestSecret = 4;

    private readonly string? _apiKey;
    private readonly IReadOnlyList<Regex> _looseNames;

    /// <param name="apiKey">The configured key; null where there is none.</param>
    public Masking(IReadOnlyList<JsonPath> paths, string? apiKey)
    {
        Paths = paths;
        _apiKey = apiKey is { Length: >= ShortestSecret } ? apiKey : null;
        _looseNames = [.. paths.Select(p => p.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(n => new Regex(
                $"(\\\\*['\"]?{Regex.Escape(n)}\\\\*['\"]?\\s*[:=]\\s*\\\\*['\"]?)([^'\",}}&\\\\]+)",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))];
    }

    /// <summary>What judging masks, too.</summary>
    public static IReadOnlyList<JsonPath> Usual { get; } =
        [.. new JudgeOptions().PersonalProperties.Order(StringComparer.Ordinal).Select(n => JsonPath.Parse($"$..{n}")!)];

    public IReadOnlyList<JsonPath> Paths { get; }

    /// <summary>Without the key, and without anything that steers a terminal.</summary>
    public string Text(string text) => SafeText.Of(WithoutKey(text));

    /// <summary>A request's body as a report shows it; null where there is none.</summary>
    internal string? Request(TestCase testCase) =>
        testCase.Request.Body is { } body ? Shown(body, SubjectOf(testCase), []) : null;

    /// <summary>An answer's body as a report shows it.</summary>
    internal string Answer(ReadOnlyMemory<byte> body, TestCase testCase) =>
        Shown(body, null, PersonalValues(testCase));

    /// <summary>
    /// The same request with made-up stand-ins for what is masked: it can be shown to anyone, and be sent.
    /// </summary>
    internal CaseRequest WithStandIns(TestCase testCase)
    {
        var request = testCase.Request;
        if (request.Body is not { Length: > 0 } body)
        {
            return request;
        }

        var masked = MaskedJson.Rewrite(body, new MaskedJson.Rules(Paths, StandIns.For, SubjectOf(testCase))
        {
            KeepsTypes = true,
        });
        return request with { Body = masked ?? Loosely(body, m => m.Groups[1].Value + StandIns.For(m.Groups[2].Value)) };
    }

    private string Shown(ReadOnlyMemory<byte> body, IReadOnlyList<string>? subject, IReadOnlyList<string> values)
    {
        var bytes = MaskedJson.Rewrite(body, new MaskedJson.Rules(Paths, _ => Mask, subject))
            ?? Loosely(body, m => m.Groups[1].Value + Mask);
        var text = values.Aggregate(
            Encoding.UTF8.GetString(bytes.Span), (t, v) => t.Replace(v, Mask, StringComparison.Ordinal));
        return Text(text);
    }

    // What is no JSON is searched for names with something behind them.
    private ReadOnlyMemory<byte> Loosely(ReadOnlyMemory<byte> body, MatchEvaluator mask)
    {
        var text = Encoding.Latin1.GetString(body.Span);
        var masked = _looseNames.Aggregate(text, (t, name) => name.Replace(t, mask));
        return masked == text ? body : Encoding.Latin1.GetBytes(masked);
    }

    private IReadOnlyList<string> PersonalValues(TestCase testCase) =>
        [.. MaskedJson.Values(testCase.Request.Body ?? default, Paths).Where(v => v.Length >= ShortestSecret)
            .OrderByDescending(v => v.Length)];

    private static IReadOnlyList<string>? SubjectOf(TestCase testCase) =>
        testCase.Location is { Part: "body", Pointer.Length: > 0 } place ? [.. place.Path.Skip(1)] : null;

    private string WithoutKey(string text) =>
        _apiKey is null ? text : text.Replace(_apiKey, KeyMask, StringComparison.OrdinalIgnoreCase);
}
