using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Judging.Checks;

internal sealed class KeyNotEchoed : ICheck
{
    private const int Shortest = 6;

    private readonly string? _key;
    private readonly byte[] _keyBytes;
    private readonly string _madeUp;
    private readonly byte[] _madeUpBytes;

    public KeyNotEchoed(JudgeOptions options)
    {
        // A shorter key would be found by chance.
        _key = options.ApiKey is { Length: >= Shortest } key ? key : null;
        _keyBytes = Encoding.UTF8.GetBytes(_key ?? "");
        _madeUp = MadeUpKey.OtherThan(options.ApiKey);
        _madeUpBytes = Encoding.UTF8.GetBytes(_madeUp);
    }

    public CheckDescription Description { get; } = new()
    {
        Id = "key-not-echoed",
        Severity = Severity.Critical,
        Title = "no answer holds the API key",
        Documentation = "Asked of every answer to a request that carried a key, right or made up. Answers are logged, cached and shown to "
            + "people; a key in a header or a body leaks to all of them. No policy tolerates it.",
    };

    public CheckResult Ask(Evidence evidence)
    {
        var (key, bytes) = evidence.Case.Request.Key switch
        {
            KeyUse.Configured => (_key, _keyBytes),
            KeyUse.Wrong => (_madeUp, _madeUpBytes),
            _ => (null, []),
        };
        if (key is null || evidence.Case.Request.KeyHeader is null)
        {
            return CheckResult.DoesNotApply("the request carried no key");
        }

        if (evidence.Answer.Body.Span.IndexOf(bytes) >= 0)
        {
            return Broken(evidence, "answer body");
        }

        foreach (var (name, value) in evidence.Answer.Headers)
        {
            if (value.Contains(key, StringComparison.Ordinal))
            {
                return Broken(evidence, Places.AnswerHeader(name));
            }
        }

        return CheckResult.Holds;
    }

    private CheckResult Broken(Evidence evidence, string place) => CheckResult.Broken(evidence.Finding(
        this, place, "the key that was sent", "no trace of it", "by sense: answers are logged and cached"));
}
