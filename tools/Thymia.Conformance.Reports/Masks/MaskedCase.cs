using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>
/// A case and its answer as a report shows them: masked by JSON path in the request, in the answer, and in
/// what validation errors repeat of the request (<c>input</c>, <c>ctx.doc</c>); and wherever the answer
/// repeats a value that was masked in the request. A value that the case is about stays in its request: it
/// is an edge or a break, and nobody's.
/// </summary>
internal sealed class MaskedCase
{
    // What is cut off must not leave half a secret behind that nobody recognises: no spelling of one is longer.
    private const int Slack = 2_048;

    private static readonly HashSet<string> SecretHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "set-cookie",
        "cookie",
        "authorization",
        "proxy-authorization",
    };

    private readonly Masking _masking;
    private readonly IReadOnlyList<Secret> _key;
    private readonly TestCase _case;
    private readonly MaskedParameters _parameters;
    private readonly int _longest;
    private readonly IReadOnlyList<string>? _subject;
    private readonly Lazy<IReadOnlyList<Secret>> _secrets;

    /// <param name="longest">Characters of a body that are shown at most.</param>
    public MaskedCase(Masking masking, IReadOnlyList<Secret> key, TestCase testCase, int longest)
    {
        (_masking, _key, _case, _longest) = (masking, key, testCase, longest);
        _parameters = new MaskedParameters(masking.Paths, testCase);
        _subject = testCase.Location is { Part: "body", Pointer.Length: > 0 } place ? [.. place.Path.Skip(1)] : null;
        _secrets = new(() => [.. key, .. PersonalValues().SelectMany(v => Secrets.OfPerson(v, Masking.Mask))]);
    }

    /// <summary>The request's path and query.</summary>
    public string Target => Text(_parameters.Target(_ => Masking.Mask));

    /// <summary>Null where none was sent.</summary>
    public MaskedText? RequestBody => _case.Request.Body is { } body ? Shown(body, _subject, _key) : null;

    public MaskedText Answer(ReadOnlyMemory<byte> body) => Shown(body, null, _secrets.Value);

    public KeyValuePair<string, string> RequestHeader(KeyValuePair<string, string> header) =>
        new(
            Text(header.Key),
            IsSecret(header.Key) || _parameters.IsMasked("header", header.Key) ? Masking.Mask : Text(header.Value)
        );

    public KeyValuePair<string, string> AnswerHeader(KeyValuePair<string, string> header) =>
        new(AnswerText(header.Key), IsSecret(header.Key) ? Masking.Mask : AnswerText(header.Value));

    /// <summary>A text that the answer holds.</summary>
    public string AnswerText(string text) => SafeText.Of(SecretText.Masked(text, _secrets.Value));

    /// <summary>A value of the request before or after it was broken; <paramref name="place"/> is where.</summary>
    public string Value(JsonElement value, Location place)
    {
        var at = place.Part == "body" ? place.Path.Skip(1).ToList() : [];
        var bytes = Encoding.UTF8.GetBytes(value.GetRawText());
        var masked = MaskedJson.Rewrite(bytes, Rules(_ => Masking.Mask, at) with { At = at }) ?? bytes;
        return Text(Encoding.UTF8.GetString(masked.Span));
    }

    /// <summary>
    /// The same request with made-up stand-ins for what is masked: it can be shown to anyone, and be sent.
    /// </summary>
    public CaseRequest WithStandIns()
    {
        var request = _case.Request with
        {
            Target = _parameters.Target(StandIns.For),
            Headers =
            [
                .. _case.Request.Headers.Select(h =>
                    _parameters.IsMasked("header", h.Key)
                        ? new KeyValuePair<string, string>(h.Key, StandIns.For(h.Value))
                        : h
                ),
            ],
        };
        return request.Body is not { Length: > 0 } body
            ? request
            : request with
            {
                Body = MaskedJson.Rewrite(body, Rules(StandIns.For, _subject) with { KeepsTypes = true })
                    ?? Loosely(body, StandIns.For),
            };
    }

    private string Text(string text) => _masking.Text(text);

    private MaskedText Shown(ReadOnlyMemory<byte> body, IReadOnlyList<string>? subject, IReadOnlyList<Secret> secrets)
    {
        var bytes = MaskedJson.Rewrite(body, Rules(_ => Masking.Mask, subject)) ?? Loosely(body, _ => Masking.Mask);
        var text = Encoding.UTF8.GetString(bytes.Span);
        var isLong = text.Length > _longest + Slack;
        var masked = SecretText.Masked(isLong ? text[..(_longest + Slack)] : text, secrets);
        var end = Math.Clamp(isLong ? masked.Length - Slack : masked.Length, 0, _longest);
        return new MaskedText(SafeLines(masked[..end]), end < masked.Length);
    }

    private MaskedJson.Rules Rules(Func<string, string> mask, IReadOnlyList<string>? subject) =>
        new(_masking.Paths, mask, subject) { Within = text => _masking.Names.ReplaceQuoted(text, mask) };

    // Latin-1 gives every byte back as it was.
    private ReadOnlyMemory<byte> Loosely(ReadOnlyMemory<byte> body, Func<string, string> mask)
    {
        var text = Encoding.Latin1.GetString(body.Span);
        var masked = _masking.Names.Replace(text, mask);
        return masked == text ? body : Encoding.Latin1.GetBytes(masked);
    }

    private IEnumerable<string> PersonalValues()
    {
        var found = new List<string>(_parameters.Values);
        if (_case.Request.Body is { Length: > 0 } body && MaskedJson.Rewrite(body, Rules(Collected, null)) is null)
        {
            _masking.Names.Replace(Encoding.UTF8.GetString(body.Span), Collected);
        }

        // A form writes a blank as a plus.
        return found.SelectMany(v => new[] { v, v.Replace(' ', '+') }).Distinct(StringComparer.Ordinal);

        string Collected(string value)
        {
            found.Add(value);
            return value;
        }
    }

    private static bool IsSecret(string header) => SecretHeaders.Contains(header);

    private static string SafeLines(string text) =>
        string.Join('\n', text.Split('\n').Select(l => SafeText.Of(l.TrimEnd('\r'))));
}
