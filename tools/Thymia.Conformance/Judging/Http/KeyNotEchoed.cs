using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging.Http;

internal sealed class KeyNotEchoed : ICheck
{
    // A shorter key would be found by chance, and one of a single repeated sign in any long text.
    private const int Shortest = 6;

    private static readonly KeyUse[] Searched = [KeyUse.Configured, KeyUse.Wrong, KeyUse.OtherCase, KeyUse.FirstHalf,
        KeyUse.Extended];

    private readonly Dictionary<KeyUse, (string Text, byte[] Bytes)> _keys = [];

    public KeyNotEchoed(JudgeOptions options)
    {
        foreach (var use in Searched)
        {
            var key = use == KeyUse.Configured ? options.ApiKey : MadeUpKey.For(use, options.ApiKey);
            if (key is { Length: >= Shortest })
            {
                _keys[use] = (key, Encoding.UTF8.GetBytes(key));
            }
        }
    }

    public CheckDescription Description { get; } = new()
    {
        Id = "key-not-echoed",
        Severity = Severity.Critical,
        Title = "no answer holds the API key",
        Documentation = "Asked of every answer to a request that carried a key, right or made up. Answers are "
            + "logged, cached and shown to people; a key in a header or a body leaks to all of them. No policy "
            + "tolerates it.",
    };

    public CheckResult Ask(Evidence evidence)
    {
        if (evidence.Case.Request.KeyHeader is null || !_keys.TryGetValue(evidence.Case.Request.Key, out var key))
        {
            return CheckResult.DoesNotApply("the request carried no key long enough to tell");
        }

        if (evidence.Answer.Body.Span.IndexOf(key.Bytes) >= 0)
        {
            return Broken(evidence, "answer body");
        }

        for (var i = 0; i < evidence.Answer.Headers.Count; i++)
        {
            var (name, value) = evidence.Answer.Headers[i];
            if (value.Contains(key.Text, StringComparison.Ordinal))
            {
                return Broken(evidence, Places.AnswerHeader(name));
            }
        }

        return CheckResult.Holds;
    }

    private CheckResult Broken(Evidence evidence, string place) => CheckResult.Broken(evidence.Finding(
        this, place, "the key that was sent", "no trace of it", "by sense: answers are logged and cached"));
}
