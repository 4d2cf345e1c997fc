namespace Thymia.Conformance.Safety;

/// <summary>How much of a secret word gives it away.</summary>
/// <param name="ShortestPart">Characters of the shortest part that counts, wherever it stands in the word.</param>
internal sealed record SecretMeasure(int ShortestPart)
{
    /// <summary>Characters at the beginning that are no secret by themselves; none by default.</summary>
    public int PublicLength { get; init; }

    /// <summary>Characters that a part must have behind them.</summary>
    public int ShortestUnpublic { get; init; }

    /// <summary>Whether capitals make no difference, where the word stands as it is.</summary>
    public bool AnyCase { get; init; }

    /// <summary>Whether it is found in hex and base64 as well; true by default.</summary>
    public bool Encoded { get; init; } = true;

    /// <summary>Whether a part counts.</summary>
    /// <param name="start">Where in the word it begins.</param>
    public bool Counts(int start, int length, int whole) =>
        length == whole
        || (length >= ShortestPart && start + length - Math.Max(start, PublicLength) >= ShortestUnpublic);
}
