namespace Thymia.Conformance.Pacts.Verification;

/// <summary>What became of every interaction of the pacts.</summary>
/// <param name="Interactions">As many as the files hold, file by file.</param>
/// <param name="Note">What a user should know about the core in use; null where it is the one this was tried
/// with.</param>
public sealed record VerifyResult(IReadOnlyList<VerifiedInteraction> Interactions, string? Note)
{
    /// <summary>
    /// Provider states that nobody set up, since no URL is known that does; each may be why an answer differs.
    /// </summary>
    public IReadOnlyList<string> StatesNotSetUp { get; init; } = [];

    /// <summary>
    /// Pending interactions fail without consequence, as a broker has it. Where not one was tried nothing is known.
    /// </summary>
    public VerifyOutcome Outcome =>
        Interactions.Any(i => i is { Pending: false, Mismatches.Count: > 0 }) ? VerifyOutcome.Broken
        : Interactions.Any(i => i is { Pending: false, Passed: false, Skipped: null })
        || Interactions.All(i => i.Skipped is not null)
            ? VerifyOutcome.Unreachable
        : VerifyOutcome.Passed;
}

/// <summary>One interaction as Pact's verifier found it.</summary>
public sealed record VerifiedInteraction
{
    public required string File { get; init; }

    public required string Consumer { get; init; }

    public required string Provider { get; init; }

    public required string Description { get; init; }

    /// <summary>The interaction's key; null for pacts older than V4.</summary>
    public string? Key { get; init; }

    public bool Pending { get; init; }

    /// <summary>Sentences for people: the interaction's own comments, and what of it is not compared.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>
    /// Where the answer was another than agreed; none where it passed, or where there was no answer.
    /// </summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];

    /// <summary>Why there was no answer to compare, as a clause; null where there was one.</summary>
    public string? Error { get; init; }

    /// <summary>Why it was not tried on purpose, as a clause; null where it was.</summary>
    public string? Skipped { get; init; }

    public bool Passed => Mismatches.Count == 0 && Error is null && Skipped is null;

    /// <summary>For people: <c>a call as documented: answer body at $.id: Expected ...</c>.</summary>
    public string Sentence =>
        Passed
            ? $"{Description}: as agreed"
            : $"{Description}: {Skipped ?? Error ?? string.Join("; ", Mismatches.Select(m => m.Sentence))}";
}

/// <param name="Place">Such as <c>answer body at $.id</c>, <c>answer header Content-Type</c>, <c>answer
/// status</c>.</param>
/// <param name="Problem">Pact's words.</param>
public sealed record Mismatch(string Place, string Problem)
{
    public string Sentence => $"{Place}: {Problem}";

    /// <summary>What of the answer, in a broker's words: <c>status</c>, <c>header</c> or <c>body</c>.</summary>
    internal string Attribute => Place.Split(' ')[1];

    /// <summary>Which header, or where in the body; empty for the status.</summary>
    internal string Identifier => Place.Split(' ') is [.., var last] && last != Attribute ? last : "";
}
