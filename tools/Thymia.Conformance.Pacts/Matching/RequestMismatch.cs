namespace Thymia.Conformance.Pacts.Matching;

/// <summary>Where a request is another than an interaction shows it.</summary>
/// <param name="Place">Such as <c>request body at $.language</c> or <c>request header x-api-key</c>.</param>
/// <param name="Problem">A clause: <c>found "xx", expected text that matches ^(en|es)$</c>.</param>
internal sealed record RequestMismatch(string Place, string Problem)
{
    /// <summary>How much of the request it concerns, in values; 1 by default.</summary>
    public int Weight { get; init; } = 1;

    public string Sentence => $"{Place}: {Problem}";
}
