using Microsoft.AspNetCore.Mvc.Testing;
using Thymia.Conformance;
using Thymia.Conformance.Xunit;

namespace Todo.Tests;

public sealed class TodoContract : ConformanceTests<TodoContract>, IConformanceTests
{
    public static ConformanceSuite Suite { get; } =
        ConformanceSuite.For(new WebApplicationFactory<Program>(), "openapi.yaml");
}
