namespace Thymia.Conformance.Pacts.Broker;

/// <summary>Where a Pact Broker is, and how one gets in.</summary>
public sealed record BrokerAccess
{
    /// <summary>With a path where the broker lives below one; http or https.</summary>
    public required Uri Url { get; init; }

    /// <summary>Sent as a bearer token; null where there is none.</summary>
    public string? Token { get; init; }

    /// <summary>Sent with <see cref="Password"/> as basic authentication where there is no token.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>For one whole answer; 30 seconds by default.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(30);

    internal bool HasLogin => Token is not null || UserName is not null;

    /// <summary>What must never be shown.</summary>
    internal IEnumerable<string> Secrets => new[] { Token, Password }.OfType<string>().Where(s => s.Length > 0);

    /// <summary>Leaves token and password out, since a record would print them.</summary>
    public override string ToString() =>
        $"{Url} ({(Token is not null ? "with a token" : UserName is not null ? "with a user name" : "no login")})";
}
