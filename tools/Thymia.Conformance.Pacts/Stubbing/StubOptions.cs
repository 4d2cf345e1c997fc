using System.Net;
using Thymia.Conformance.Pacts.Recording;

namespace Thymia.Conformance.Pacts.Stubbing;

/// <summary>What a stub answers by, and where.</summary>
public sealed record StubOptions
{
    /// <summary>Tried in this order; of several interactions that fit a request the first answers.</summary>
    public required IReadOnlyList<PactSummary> Pacts { get; init; }

    /// <summary>Where to listen; on this machine alone by default.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Given a line about each request that no interaction fits; nobody by default.</summary>
    public Action<string> Unmatched { get; init; } = _ => { };

    /// <summary>For generators of dates and times; the machine's by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
