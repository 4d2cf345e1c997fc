using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Pacts;

public sealed class KeyRuleTests : IDisposable
{
    private const string Valid = """
        {"user":{"userLabel":"anna-7","dateOfBirth":"1990-01-01","birthSex":"MALE"},"language":"en-GB","agent":{}}
        """;

    private const string Marked = ""","comments":{"thymia-conformance":{"key":"absent"}}""";
    private const string Header = ""","headers":{"X-API-Key":"placeholder"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, 200, Valid, "", "")]
    [InlineData(true, 200, Valid, Header, "")]
    [InlineData(true, 422, "{}", "", "")]
    [InlineData(true, 422, Valid, Header, "")]
    [InlineData(false, 422, Valid, "", "")]
    [InlineData(false, 422, "{}", "", Marked)]
    [InlineData(false, 200, Valid, Header, Marked)]
    [InlineData(false, 401, Valid, "", "")]
    [InlineData(false, 403, Valid, Header, "")]
    [InlineData(true, 404, Valid, "", "")]
    public void Sends_the_key_but_where_its_absence_is_meant(
        bool sends,
        int status,
        string body,
        string request,
        string more
    ) => Assert.Equal(sends, Sends(Interaction(status, body, request, more)));

    [Fact]
    public void Takes_an_error_that_blames_the_header_for_a_missing_key() =>
        Assert.False(
            Sends(
                """
                {"description":"x","request":{"method":"POST","path":"/v1/calls","body":{}},"response":{"status":422,
                  "body":{"detail":[{"loc":["header","X-API-KEY"]}]}}}
                """
            )
        );

    [Fact]
    public void Takes_the_word_of_a_whole_file_for_interactions_that_show_no_key_alone()
    {
        Assert.False(Sends(Interaction(422, "{}", "", ""), file: ""","thymia-conformance":{"key":"absent"}"""));
        Assert.True(Sends(Interaction(200, Valid, Header, ""), file: ""","thymia-conformance":{"key":"absent"}"""));
        Assert.True(
            Sends(
                Interaction(422, "{}", "", "") + "," + Interaction(422, "{}", "", Marked),
                file: ""","thymia-conformance":{"key":"absent"}"""
            )
        );
    }

    [Fact]
    public void Finds_its_mark_in_files_that_another_tool_has_merged()
    {
        var files = GoldenPact.Files.Select(f => JsonNode.Parse(File.ReadAllText(f))!).ToList();
        var merged = files[0];
        foreach (var interaction in files[1]["interactions"]!.AsArray())
        {
            merged["interactions"]!.AsArray().Add(interaction!.DeepClone());
        }

        var content = PactContent.Read(_folder.Write("merged.json", merged.ToJsonString()));
        var rule = Rule();

        Assert.Equal(46, content.Interactions.Count);
        Assert.Equal(
            ["a call without header x-api-key"],
            content.Interactions.Where(i => !rule.Sends(content, i)).Select(i => PactJson.Text(i, "description"))
        );
    }

    private static string Interaction(int status, string body, string request, string more) =>
        $$"""
            {"description":"x","request":{"method":"POST","path":"/v1/calls"{{request}},"body":{{body}}},
              "response":{"status":{{status}}}{{more}}}
            """;

    private bool Sends(string interactions, string file = "")
    {
        var content = PactContent.Read(
            _folder.Write(
                "pact.json",
                $$$"""
                {"consumer":{"name":"shop"},"provider":{"name":"calls"},"interactions":[{{{interactions}}}],
                 "metadata":{"pactSpecification":{"version":"3.0.0"}{{{file}}}}}
                """
            )
        );
        return Rule().Sends(content, content.Interactions[0]);
    }

    private static KeyRule Rule()
    {
        var description = DescriptionReader.Read(DescriptionReader.ShippedContract);
        return new KeyRule(
            new VerifyRequest
            {
                BaseUrl = new Uri("http://127.0.0.1:9"),
                Files = [],
                ApiKey = "the-key",
                Operations = description.Operations,
                Library = new SchemaLibrary(description),
            }
        );
    }
}
