using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Judging;

public sealed class PolicyReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policies").FullName;

    [Fact]
    public void Reads_every_shipped_policy()
    {
        Assert.Contains("fastapi-pydantic-v1", PolicyReader.Names);
        Assert.All(PolicyReader.Names, name => Assert.Equal(name, PolicyReader.ReadNamed(name).Name));
    }

    [Fact]
    public void Names_the_policies_there_are_where_one_is_unknown()
    {
        var error = Assert.Throws<UnusableInputException>(() => PolicyReader.ReadNamed("django"));

        Assert.Equal(
            "policy: there is no policy 'django'; give one of auto, strict, ajv, aspnet-core, fastapi-pydantic-v1, "
                + "fastapi-pydantic-v2, spring, or a file of your own such as ours.yaml.",
            error.Message
        );
    }

    [Fact]
    public void Puts_the_rules_of_a_team_before_those_that_they_extend()
    {
        var file = Path.Combine(_folder, "ours.yaml");
        File.WriteAllText(
            file,
            """
            policy: ours
            extends: fastapi-pydantic-v2
            about: what the gateway does besides
            source: the gateway's handbook
            rules:
              - id: gateway-words-as-boolean
                constraint: type
                type: boolean
                sent: [string]
                answer: accepted
                reason: words become booleans at the gateway
                source: the gateway's handbook
            """
        );

        var policy = PolicyReader.ReadNamed(file);

        Assert.Equal("ours", policy.Name);
        Assert.True(policy.Vocabulary!.IsMatch("bool_parsing"));
        Assert.Equal("v2-input-echoed", policy.FindEcho("/detail/0/input")?.Rule);
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("fastapi-pydantic-v2", "django", StringComparison.Ordinal)
        );
        var error = Assert.Throws<UnusableInputException>(() => PolicyReader.ReadNamed(file));
        Assert.StartsWith(
            "ours.yaml:2: there is no policy 'django' to extend",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "answer: accepted",
        "answer: maybe",
        "mine.yaml:8: at /rules/0/answer there is \"maybe\", expected one of accepted, "
            + "refused, members-blamed; compare it with schemas/tolerances.schema.json."
    )]
    [InlineData("constraint: type", "constraint: enum", "mine.yaml:7: at /rules/0/constraint there is \"enum\"")]
    [InlineData(
        "constraint: type",
        "constraint: required",
        "mine.yaml:6: the rule 'a' would hide that something demanded is missing"
    )]
    [InlineData(
        "answer: accepted",
        "answer: refused",
        "mine.yaml:6: the rule 'a' lacks statuses; give them to refusals alone."
    )]
    [InlineData("policy: mine", "policy: yours", "mine.yaml:1: the policy is called 'yours'; call it as its file.")]
    [InlineData("vocabulary: x", "vocabulary: '['", "mine.yaml:4: the pattern is no regular expression; mend it.")]
    [InlineData("policy: mine", "policy: [", "mine.yaml:1: the file is not YAML")]
    public void Says_what_is_wrong_with_a_file_and_where(string before, string after, string message)
    {
        const string Good = """
            policy: mine
            about: a
            source: b
            vocabulary: x
            rules:
              - id: a
                constraint: type
                answer: accepted
                reason: c
                source: d
            """;
        var file = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(file, Good);
        Assert.Equal("mine", PolicyReader.Read(file).Name);

        File.WriteAllText(file, Good.Replace(before, after, StringComparison.Ordinal));
        var error = Assert.Throws<UnusableInputException>(() => PolicyReader.Read(file));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
