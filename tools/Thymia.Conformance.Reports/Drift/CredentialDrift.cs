using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Reports.Drift;

/// <summary>What changed about the key that an operation asks for.</summary>
internal sealed class CredentialDrift(ApiDescription old, ApiDescription now)
{
    public IEnumerable<ContractChange> Between(Operation before, Operation after)
    {
        var change = (before.Credential, after.Credential) switch
        {
            (null, { } key) => (Broken.Consumers, $"the key header {key.Header} is demanded now"),
            ({ } key, null) => (Broken.Providers, $"the key header {key.Header} is no longer demanded"),
            ({ } one, { } other) when !string.Equals(one.Header, other.Header, StringComparison.OrdinalIgnoreCase) => (
                Broken.Consumers,
                $"the key header {one.Header} became {other.Header}"
            ),
            _ => (Broken.Nobody, ""),
        };
        if (change.Item2.Length > 0)
        {
            yield return new ContractChange(change.Item1, after.Name, change.Item2)
            {
                OldLine = before.Credential is { } was ? old.LineOf(was.Pointer) : null,
                OldFile = before.Credential is { } had ? old.SourceOf(had.Pointer) : null,
                NewLine = after.Credential is { } @is ? now.LineOf(@is.Pointer) : null,
                NewFile = after.Credential is { } has ? now.SourceOf(has.Pointer) : null,
            };
        }
    }
}
