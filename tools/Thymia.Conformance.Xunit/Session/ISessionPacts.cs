using Thymia.Conformance.Running;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>Records pacts of what the tests see.</summary>
internal interface ISessionPacts : IRunListener
{
    /// <summary>Writes them: the contract, or apart from it what a part of the cases showed.</summary>
    Task WriteAsync(bool isPart, CancellationToken cancellation);
}
