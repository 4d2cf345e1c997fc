using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Judging.Http;

internal sealed class KeyNotEchoed : ICheck
{
    // One of a single repeated sign would be found in any long text, so not every made-up key is searched for.
    private static readonly KeyUse[] Searched =
    [
        KeyUse.Configured,
        KeyUse.Wrong,
        KeyUse.OtherCase,
        KeyUse.FirstHalf,
        KeyUse.Extended,
    ];

    private readonly Dictionary<KeyUse, IReadOnlyList<Secret>> _keys = [];

    // They go with every request, whatever key it carries.
    private readonly IReadOnlyList<Secret> _headers;

    public KeyNotEchoed(JudgeOptions options)
    {
        _headers = [.. options.Headers.SelectMany(Secrets.LeaksOf)];
        foreach (var use in Searched)
        {
            var key = use == KeyUse.Configured ? options.ApiKey : MadeUpKey.For(use, options.ApiKey);
            var others = use == KeyUse.Configured ? options.Secrets : [];
            IReadOnlyList<Secret> Leaks(IEnumerable<string> all) =>
                [
                    .. all.Except(options.Headers)
                        .Prepend(key ?? "")
                        .SelectMany(Secrets.Parts)
                        .Distinct(StringComparer.Ordinal)
                        .SelectMany(LeaksOf),
                ];
            _keys[use] = others is KnownSecrets known ? new LiveSecrets(known, Leaks) : Leaks(others);
        }
    }

    public CheckDescription Description { get; } =
        new()
        {
            Id = "key-not-echoed",
            Severity = Severity.Critical,
            Title = "no answer holds the API key",
            Documentation =
                "Asked of every answer to a request that carried a key, right or made up. It is found "
                + "behind escapes of JSON, URLs and HTML, in base64 and hex, and in part from 16 characters and half "
                + "of it "
                + "on, other than a token's header or a public prefix such as sk_live_; so is what "
                + "THYMIA_HEADERS__… adds. Answers are logged, cached "
                + "and shown to people; a key in a header or a body leaks to all of them. No policy "
                + "tolerates it.",
        };

    public CheckResult Ask(Evidence evidence)
    {
        var key = evidence.Case.Request.CarriesKey ? _keys.GetValueOrDefault(evidence.Case.Request.Key, []) : [];
        if (key.Count + _headers.Count == 0)
        {
            return CheckResult.DoesNotApply("the request carried no key long enough to tell");
        }

        return PlaceOf(evidence, key) is { } ofKey ? Broken(evidence, ofKey, "the key that was sent")
            : PlaceOf(evidence, _headers) is { } ofHeader ? Broken(evidence, ofHeader, "a secret header that was sent")
            : CheckResult.Holds;
    }

    private static string? PlaceOf(Evidence evidence, IReadOnlyList<Secret> secrets)
    {
        if (secrets.Count == 0)
        {
            return null;
        }

        if (SecretText.Holds(Encoding.UTF8.GetString(evidence.Answer.Body.Span), secrets))
        {
            return "answer body";
        }

        for (var i = 0; i < evidence.Answer.Headers.Count; i++)
        {
            var (name, value) = evidence.Answer.Headers[i];
            if (SecretText.Holds(value, secrets) || SecretText.Holds(name, secrets))
            {
                return Places.AnswerHeader(name);
            }
        }

        return null;
    }

    // The made-up key holds the marker of the labels that the run sends, which an answer may repeat.
    private static IReadOnlyList<Secret> LeaksOf(string key) =>
        key.StartsWith(MadeUpKey.Text, StringComparison.Ordinal) ? Secrets.LeaksOfKnown(key) : Secrets.LeaksOf(key);

    private CheckResult Broken(Evidence evidence, string place, string found) =>
        CheckResult.Broken(
            evidence.Finding(this, place, found, "no trace of it", "by sense: answers are logged and cached")
        );
}
