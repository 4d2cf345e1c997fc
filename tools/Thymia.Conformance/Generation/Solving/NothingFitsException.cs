namespace Thymia.Conformance.Generation.Solving;

/// <summary>No value was found for a place; caught where cases are planned, and never shown as such.</summary>
internal sealed class NothingFitsException(Solution.Failed failure) : Exception(failure.Reason)
{
    public Solution.Failed Failure => failure;
}
