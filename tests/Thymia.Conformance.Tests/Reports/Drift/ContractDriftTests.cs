using System.Text;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Reports.Drift;

namespace Thymia.Conformance.Tests.Reports.Drift;

public sealed class ContractDriftTests
{
    private static readonly string Contract = File.ReadAllText(DescriptionReader.ShippedContract);

    [Fact]
    public void Finds_nothing_between_a_contract_and_itself() =>
        Assert.Equal((0, "The contracts demand the same."), (Drift(Contract).ExitCode, Drift(Contract).Sentence));

    [Fact]
    public void Passes_over_what_only_people_read() =>
        Assert.Empty(
            Drift(Edit("description: The sex assigned to a user at birth", "description: Another text")).Changes
        );

    [Theory]
    // A request is allowed less: consumers break.
    [InlineData(
        "        - INTERSEX\n",
        "",
        "Consumers",
        "request body at /user/birthSex: \"INTERSEX\" no longer allowed"
    )]
    [InlineData(
        "        - user\n        - language\n        - agent\n",
        "        - user\n        - language\n        - agent\n        - webhookUrl\n",
        "Consumers",
        "request body at /webhookUrl: required now"
    )]
    [InlineData(
        "description: A unique label identifying a user that all model input refers to",
        "maxLength: 20",
        "Consumers",
        "request body at /user/userLabel: maxLength 20 demanded now"
    )]
    [InlineData(
        "        phoneNumber:\n          type: string\n",
        "        phoneNumber:\n          type: string\n          pattern: '^\\+'\n",
        "Consumers",
        "request body at /phoneNumber: pattern ^\\+ demanded now"
    )]
    // A request is allowed more: providers break.
    [InlineData(
        "        - UNKNOWN\n",
        "        - UNKNOWN\n        - OTHER\n",
        "Providers",
        "request body at /user/birthSex: \"OTHER\" allowed now"
    )]
    [InlineData(
        "        - user\n        - language\n        - agent\n",
        "        - user\n        - agent\n",
        "Providers",
        "request body at /language: no longer required"
    )]
    [InlineData(
        "        deleteData:\n          type: boolean\n",
        "        deleteData:\n          type: [boolean, string]\n",
        "Providers",
        "request body at /deleteData: type boolean became boolean or string"
    )]
    [InlineData(
        "        deleteData:\n",
        "        extra:\n          type: string\n        deleteData:\n",
        "Providers",
        "request body at /extra: property added"
    )]
    // An answer may hold more: consumers break.
    [InlineData("          format: uuid\n", "", "Consumers", "answer 200 body at /id: format uuid no longer demanded")]
    [InlineData(
        "        - id\n        - user\n        - status\n",
        "        - id\n        - user\n",
        "Consumers",
        "answer 200 body at /status: no longer required"
    )]
    // An answer must hold more: providers break.
    [InlineData(
        "        - createdAt\n        - agent\n",
        "        - createdAt\n        - agent\n        - activityLink\n",
        "Providers",
        "answer 200 body at /activityLink: required now"
    )]
    // The rest of an operation.
    [InlineData("        '422':\n", "        '400':\n", "Consumers", "answer 400: status added")]
    [InlineData("        '422':\n", "        '400':\n", "Providers", "answer 422: status removed")]
    [InlineData(
        "          required: true\n          schema:\n            type: string\n",
        "          required: true\n          schema:\n            type: string\n        - name: trace\n          in: "
            + "query\n          required: true\n          schema:\n            type: string\n",
        "Consumers",
        "query trace: parameter added, required"
    )]
    [InlineData(
        "      requestBody:\n",
        "      requestBody:\n        required: true\n",
        "Consumers",
        "request body: required now"
    )]
    [InlineData("x-api-key", "x-other-key", "Consumers", "the key header x-api-key became x-other-key")]
    [InlineData("  /v1/calls:\n", "  /v2/calls:\n", "Consumers", "POST /v1/calls: operation removed")]
    [InlineData("  /v1/calls:\n", "  /v2/calls:\n", "Providers", "POST /v2/calls: operation added")]
    public void Says_whom_a_change_breaks(string old, string now, string breaks, string sentence)
    {
        var drift = Drift(Edit(old, now));

        Assert.Contains(drift.Changes, c =>
            $"{c.Breaks}" == breaks
            && $"{c.Where}: {c.What}"
                .Replace("POST /v1/calls, ", "", StringComparison.Ordinal)
                .EndsWith(sentence, StringComparison.Ordinal)
        );
        Assert.Equal(1, drift.ExitCode);
    }

    [Fact]
    public void Says_on_which_lines_both_documents_state_it()
    {
        var change = Assert.Single(Drift(Edit("          format: uuid\n", "          format: email\n")).Changes, c =>
            c.Breaks == Broken.Consumers
        );

        Assert.Equal("format uuid became email", change.What);
        Assert.Equal("format: uuid", Contract.Split('\n')[change.OldLine!.Value - 1].Trim());
        Assert.Equal(change.OldLine, change.NewLine);
    }

    [Fact]
    public void Finds_its_way_through_a_schema_that_holds_itself()
    {
        const string Tree = """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},
              "paths":{"/a":{"post":{"requestBody":{"content":{"application/json":
            {"schema":{"$ref":"#/components/schemas/Node"}}}},"responses":{"200":{"description":"ok"}}}}},
            "components":{"schemas":{"Node":{"type":"object","properties":{"label":{"type":"string","maxLength":9},
            "left":{"$ref":"#/components/schemas/Node"},"right":{"$ref":"#/components/schemas/Node"}}}}}}
            """;

        var drift = new ContractDrift(Parse(Tree), Parse(Tree.Replace("9}", "8}", StringComparison.Ordinal)));

        Assert.Contains(drift.Changes, c =>
            c is { Where: "POST /a, request body at /label", What: "maxLength 9 became 8" }
        );
        Assert.InRange(drift.Changes.Count, 1, 50);
    }

    private static ContractDrift Drift(string now) => new(Parse(Contract), Parse(now));

    private static ApiDescription Parse(string text) =>
        DescriptionReader.Parse(Encoding.UTF8.GetBytes(text), "api.yaml");

    private static string Edit(string old, string now)
    {
        Assert.Contains(old, Contract, StringComparison.Ordinal);
        return Contract.Replace(old, now, StringComparison.Ordinal);
    }
}
