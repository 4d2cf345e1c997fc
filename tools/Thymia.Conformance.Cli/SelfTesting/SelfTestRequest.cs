using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>What the command line asks of a self-test.</summary>
/// <param name="Defects">Those to try; null tries all, and providers without one.</param>
/// <param name="Mode">The one mode to try; null tries Defects in strict mode, and every mode without.</param>
/// <param name="Parallel">How many trials are under way at once.</param>
internal sealed record SelfTestRequest(
    IReadOnlyList<ulong> Seeds,
    IReadOnlyList<DefectInfo>? Defects,
    ProviderMode? Mode,
    int Parallel
)
{
    public SelfTestFormat Format { get; init; }

    /// <summary>In the order of the report.</summary>
    public IReadOnlyList<Trial> Trials() => [.. Seeds.SelectMany(s => Spoilt(s).Concat(Healthy(s)))];

    private IEnumerable<Trial> Spoilt(ulong seed) =>
        (Defects ?? ReferenceProvider.Defects).Select(defect => OfDefect(defect, Mode, seed));

    /// <summary>The trial of one Defect.</summary>
    /// <param name="mode">Null takes the one where it shows best.</param>
    public static Trial OfDefect(DefectInfo defect, ProviderMode? mode, ulong seed)
    {
        var chosen = mode ?? (Trial.IsOfFramework(defect) ? ProviderMode.PydanticV1 : ProviderMode.Strict);
        return new Trial(defect, chosen, PolicyOf(chosen), seed) { Demands = TrialDemands.For(defect) };
    }

    private IEnumerable<Trial> Healthy(ulong seed)
    {
        if (Defects is not null)
        {
            yield break;
        }

        foreach (var mode in Enum.GetValues<ProviderMode>().Where(m => Mode is null || Mode == m))
        {
            yield return new Trial(null, mode, PolicyOf(mode), seed);
            yield return new Trial(null, mode, "auto", seed);
            yield return new Trial(null, mode, PolicyOf(mode), seed) { IsOfKeptCalls = true };
            if (mode == ProviderMode.Strict)
            {
                yield return new Trial(null, mode, PolicyOf(mode), seed) { Demands = TrialDemands.All };
            }
        }
    }

    private static string PolicyOf(ProviderMode mode) =>
        mode switch
        {
            ProviderMode.PydanticV1 => "fastapi-pydantic-v1",
            ProviderMode.PydanticV2 => "fastapi-pydantic-v2",
            _ => "strict",
        };
}
