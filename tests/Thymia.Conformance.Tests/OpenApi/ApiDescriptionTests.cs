using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Tests.Schemas;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.OpenApi;

public sealed class ApiDescriptionTests
{
    private static readonly ApiDescription Library = Described.Fixture("library-3.1.yaml");

    [Theory]
    [InlineData("GET /branches/{branch}/books/{isbn}/loans")]
    [InlineData("post /branches/{branch}/books/{isbn}/loans")]
    [InlineData("  Post \t /branches/{branch}/books/{isbn}/loans ")]
    public void Finds_an_operation_by_method_in_any_case_and_path(string name) =>
        Assert.Equal(name.Trim().Split()[0].ToUpperInvariant(), Named(name).Of(Library)[0].Method);

    [Theory]
    [InlineData(
        "PUT /branches/{branch}/books/{isbn}/loans",
        "perhaps 'GET /branches/{branch}/books/{isbn}/loans' is meant"
    )]
    [InlineData(
        "/branches/{branch}/books/{isbn}/loans/",
        "perhaps 'GET /branches/{branch}/books/{isbn}/loans' is meant"
    )]
    [InlineData(
        "POST /branches/{branch}/boks/{isbn}/loans",
        "perhaps 'POST /branches/{branch}/books/{isbn}/loans' is meant"
    )]
    [InlineData("GET /nowhere", "there is GET /branches/{branch}/books/{isbn}/loans, POST /branches")]
    [InlineData("", "there is GET /branches")]
    public void Says_what_there_is_where_an_operation_is_not(string name, string hint)
    {
        var error = Assert.Throws<UnusableInputException>(() => Named(name).Of(Library));

        Assert.Equal("operation-not-found", error.Code);
        Assert.Contains($"there is no operation '{name}'", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_where_there_is_no_operation_at_all() =>
        Assert.Contains(
            "the description has no operation",
            Assert.Throws<UnusableInputException>(() => Named("GET /a").Of(Described.By("{}"))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Names_five_operations_and_counts_the_others()
    {
        var paths = string.Concat(
            Enumerable.Range(0, 7).Select(i => $"\n  /p{i}: {{get: {{responses: {{'200': {{description: ok}}}}}}}}")
        );
        var many = Described.Read($"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:{paths}");

        Assert.EndsWith(
            "GET /p4 and 2 more.",
            Assert.Throws<UnusableInputException>(() => Named("GET /other").Of(many)).Message,
            StringComparison.Ordinal
        );
    }

    private static OperationChoice Named(string name) => new() { Named = [name] };
}
