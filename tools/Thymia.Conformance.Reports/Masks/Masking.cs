using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Masks;

/// <summary>
/// Takes the key and personal data out of what a report shows. The key is found in any text and however it is written,
/// parts of it as well; what else is masked, by JSON path: see <see cref="MaskedCase"/>.
/// </summary>
public sealed class Masking
{
    public const string Mask = "[masked]";
    internal const string KeyMask = "[key]";

    private readonly IReadOnlyList<Secret> _key;

    /// <param name="apiKey">The configured key; null where there is none.</param>
    /// <param name="others">Secrets of further security schemes.</param>
    public Masking(IReadOnlyList<JsonPath> paths, string? apiKey, IEnumerable<string>? others = null)
    {
        Paths = paths;
        Names = new LooseNames(paths);
        _key = Secrets.OfKeys(apiKey, others ?? [], KeyMask);
    }

    /// <summary>What judging masks, too.</summary>
    public static IReadOnlyList<JsonPath> Usual { get; } =
    [.. new JudgeOptions().PersonalProperties.Order(StringComparer.Ordinal).Select(n => JsonPath.Parse($"$..{n}")!)];

    public IReadOnlyList<JsonPath> Paths { get; }

    internal LooseNames Names { get; }

    /// <summary>Without the key, and without anything that steers a terminal.</summary>
    public string Text(string text) => SafeText.Of(SecretText.Masked(text, _key));

    /// <summary>What may be shown of a case and its answer.</summary>
    /// <param name="longest">Characters of a body that are shown at most.</param>
    internal MaskedCase For(TestCase testCase, int longest) => new(this, _key, testCase, longest);
}
