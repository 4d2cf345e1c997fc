using System.Text.Json;

namespace Thymia.Conformance.Tests.Cli;

public sealed class InspectTests
{
    private const string Shop = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: x-key}
        paths:
          /pets:
            post:
              operationId: addPet
              tags: [pets]
              security: [{key: []}, {}]
              requestBody:
                content:
                  application/json: {schema: {type: object, properties: {name: {type: string}, code: {type: string,
                    pattern: 'a^b'}}}}
                  application/xml: {schema: {type: object}}
              responses:
                '201': {description: ok, content: {application/json: {schema: {type: object}}}}
                '404': {description: none}
          /carts/{id}:
            get: {operationId: showCart, responses: {'200': {description: ok}}}
        """;

    [Fact]
    public async Task Shows_of_each_operation_what_is_tested_and_what_not_and_why()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("inspect", "--description", line.Write("shop.yaml", Shop)));

        Assert.Matches("(?m)^POST /pets · [0-9]+ cases", line.Out);
        Assert.Matches("(?m)^  Cases        [0-9]+ valid, [0-9]+ invalid", line.Out);
        Assert.Contains("  Bodies       application/json", line.Out, StringComparison.Ordinal);
        Assert.Contains("  Credentials  key or none", line.Out, StringComparison.Ordinal);
        Assert.Contains("  Answers      201 (application/json), 404", line.Out, StringComparison.Ordinal);
        Assert.Matches("(?m)^  Not tested   .*application/xml", line.Out);
        Assert.Matches("(?m)^  Not tested   nothing is tested at .*a\\^b", line.Out);
        Assert.Contains("GET /carts/{id} · not tested", line.Out, StringComparison.Ordinal);
        Assert.Contains("shop.yaml:20", line.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 operations tested\n", line.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_same_to_programs()
    {
        using var line = new CommandLine();

        var args = new[] { "inspect", "--format", "json", "--description", line.Write("shop.yaml", Shop) };
        Assert.Equal(0, await line.RunAsync(args));

        using var json = JsonDocument.Parse(line.Out);
        Assert.Equal(1, json.RootElement.GetProperty("tested").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("leftOut").GetInt32());
        var (pets, carts) = (
            json.RootElement.GetProperty("operations")[0],
            json.RootElement.GetProperty("operations")[1]
        );
        Assert.Equal("addPet", pets.GetProperty("id").GetString());
        Assert.True(pets.GetProperty("cases").GetProperty("invalid").GetInt32() > 0);
        Assert.Equal("404", pets.GetProperty("answers")[1].GetProperty("status").GetString());
        Assert.False(carts.GetProperty("tested").GetBoolean());
        Assert.EndsWith("shop.yaml:20", carts.GetProperty("location").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_where_the_ids_of_a_path_come_from()
    {
        using var line = new CommandLine();
        using var programs = new CommandLine();
        var file = line.Write("shelter.yaml", Sequences.ShelterDescription.Text);

        Assert.Equal(0, await line.RunAsync("inspect", "--description", file, "--operation", "GET /owners/*"));
        Assert.Equal(0, await programs.RunAsync("inspect", "--description", file, "--format", "json"));

        Assert.Contains("  Needs        {ownerId} of POST /owners, ", line.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(programs.Out);
        var owner = json
            .RootElement.GetProperty("relations")
            .EnumerateArray()
            .Where(r => r.GetProperty("item").GetString() == "/owners/{ownerId}")
            .Single(r => r.GetProperty("producer").GetString() == "POST /owners");
        Assert.Equal("DELETE /owners/{ownerId}", owner.GetProperty("deleter").GetString());
        Assert.Contains(
            "PUT /owners/{ownerId}/pets/{petId}",
            owner.GetProperty("consumers").EnumerateArray().Select(c => c.GetString())
        );
    }

    [Fact]
    public async Task Looks_at_the_operations_that_are_chosen()
    {
        using var line = new CommandLine();
        var file = line.Write("shop.yaml", Shop);

        Assert.Equal(
            0,
            await line.RunAsync("inspect", "--description", file, "--operation", "addPet", "--operation", "POST *")
        );
        Assert.DoesNotContain("/carts", line.Out, StringComparison.Ordinal);
        Assert.Equal(2, await line.RunAsync("inspect", "--description", file, "--operation", "showCart"));
        Assert.Equal(2, await line.RunAsync("inspect", "--description", file, "--tag", "cats"));
        Assert.Contains("no operation has the tag 'cats'", line.Error, StringComparison.Ordinal);
        Assert.Equal(2, await line.RunAsync("inspect", "--format", "html"));
    }

    [Fact]
    public async Task Reads_a_description_from_standard_input()
    {
        using var line = new CommandLine { StandardInput = Shop };

        Assert.Equal(0, await line.RunAsync("inspect", "--description", "-"));

        Assert.Contains("POST /pets", line.Out, StringComparison.Ordinal);
        Assert.Contains("standard input:20", line.Out, StringComparison.Ordinal);
    }
}
