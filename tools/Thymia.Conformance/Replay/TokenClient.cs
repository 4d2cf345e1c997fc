namespace Thymia.Conformance.Replay;

/// <summary>A client that fetches tokens for a security scheme.</summary>
/// <param name="Scheme">As the description names it.</param>
/// <param name="TokenUrl">Where id and secret are sent, and nowhere else.</param>
/// <param name="Login">Id and secret with a colon between them.</param>
public sealed record TokenClient(string Scheme, Uri TokenUrl, string Login)
{
    /// <summary>What the operations need, with blanks between; empty asks for what the client has by default.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Leaves the secret out, since a record would print it.</summary>
    public override string ToString() => $"{Scheme} at {TokenUrl}";
}
