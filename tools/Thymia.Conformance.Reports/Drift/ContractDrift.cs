using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>What changed from one contract to another, and whom it breaks.</summary>
public sealed class ContractDrift
{
    /// <exception cref="UnusableInputException">One of them cannot be judged by.</exception>
    public ContractDrift(ApiDescription old, ApiDescription now)
    {
        Old = old;
        New = now;
        Changes =
        [
            .. Operations()
                .OrderBy(c =>
                    c.Breaks switch
                    {
                        Broken.Consumers => 0,
                        Broken.Providers => 1,
                        _ => 2,
                    }
                ),
        ];
    }

    public ApiDescription Old { get; }

    public ApiDescription New { get; }

    /// <summary>Those that break consumers first, then those that break providers.</summary>
    public IReadOnlyList<ContractChange> Changes { get; }

    /// <summary>0 where nobody breaks, else 1.</summary>
    public int ExitCode => Changes.Any(c => c.Breaks != Broken.Nobody) ? 1 : 0;

    /// <summary>The drift in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var consumers = Changes.Count(c => c.Breaks == Broken.Consumers);
            var providers = Changes.Count(c => c.Breaks == Broken.Providers);
            return Changes.Count == 0
                ? "The contracts demand the same."
                : $"{Text.Amounts.Of(Changes.Count, "change")}: {consumers} break consumers, {providers} break "
                    + "providers.";
        }
    }

    private IEnumerable<ContractChange> Operations()
    {
        var operations = new OperationDrift(Old, New);
        var old = Old.Operations.ToDictionary(o => o.Name, StringComparer.Ordinal);
        foreach (var now in New.Operations)
        {
            if (!old.Remove(now.Name, out var before))
            {
                yield return new ContractChange(Broken.Providers, now.Name, "operation added")
                {
                    NewLine = New.LineOf(now.Pointer),
                    NewFile = New.SourceOf(now.Pointer),
                };
                continue;
            }

            foreach (var change in operations.Between(before, now))
            {
                yield return change;
            }
        }

        foreach (var gone in old.Values)
        {
            yield return new ContractChange(Broken.Consumers, gone.Name, "operation removed")
            {
                OldLine = Old.LineOf(gone.Pointer),
                OldFile = Old.SourceOf(gone.Pointer),
            };
        }
    }
}
