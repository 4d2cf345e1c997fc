using Microsoft.AspNetCore.Mvc.Testing;

namespace Thymia.Conformance.Xunit;

/// <summary>Tests of an API that runs in the process of its tests.</summary>
public static class InProcess
{
    extension(ConformanceSuite)
    {
        /// <summary>
        /// The tests of the API that a factory hosts, without a port: it starts with the first request, and an
        /// exception that the API lets through is a 500, as a server makes of it.
        /// </summary>
        /// <typeparam name="TEntryPoint">A type of the API's assembly, mostly <c>Program</c>.</typeparam>
        /// <param name="factory">Of an API's own integration tests; whoever made it disposes of it.</param>
        /// <param name="description">The OpenAPI 3 document: the path of a file, or an https address.</param>
        public static ConformanceSuite For<TEntryPoint>(WebApplicationFactory<TEntryPoint> factory, string description)
            where TEntryPoint : class
        {
            ArgumentNullException.ThrowIfNull(factory);
            return ConformanceSuite.For(description, () => new HostedApi(factory.Server));
        }
    }
}
