namespace Thymia.Conformance.Consumers;

/// <summary>
/// A consumer did not do what the contract says or what its test expected; one sentence for each time.
/// </summary>
public sealed class ContractMismatchException : Exception
{
    /// <param name="sentences">At least one.</param>
    public ContractMismatchException(IReadOnlyList<string> sentences)
        : base(string.Join(Environment.NewLine, sentences))
    {
        Sentences = sentences;
    }

    public IReadOnlyList<string> Sentences { get; }
}
