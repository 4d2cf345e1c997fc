using System.Text;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Schemas.Constraints;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>
/// What pydantic 1.10 and 2.13 made of 304 bodies says what the rules must cover and what they must not.
/// </summary>
public sealed class ToleranceTests
{
    private static readonly PayloadSchema Schema = Sample.Schemas.At(Sample.Operation.Body!.SchemaPointer);

    [Theory]
    [InlineData("fastapi-pydantic-v1", "v1")]
    [InlineData("fastapi-pydantic-v2", "v2")]
    public void Covers_exactly_the_invalid_input_that_the_framework_accepts(string policy, string version)
    {
        var rules = PolicyReader.ReadNamed(policy);
        var judged = 0;
        using var rows = new StreamReader(typeof(ToleranceTests).Assembly.GetManifestResourceStream("pydantic.jsonl")!);
        var wrong = new List<string>();
        while (rows.ReadLine() is { } line)
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (Broken(row.GetProperty("body").GetString()!) is not { } input)
            {
                continue;
            }

            judged++;
            var status = row.GetProperty(version)[0].GetInt32();
            var covered = rules.Find(input, ToleratedAnswer.Accepted, 200);
            // A server error is a finding under every policy, so no rule is asked about it.
            if (status != 500 && (status == 200) != (covered is not null))
            {
                wrong.Add($"{row.GetProperty("name")}: {status}, {covered}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(judged > 100, $"{judged} rows");
    }

    [Theory]
    [InlineData("fastapi-pydantic-v1")]
    [InlineData("fastapi-pydantic-v2")]
    public void Never_hides_an_enum(string policy)
    {
        foreach (var after in new[] { "null", "1", "true", "[]", "\"\"", "\"male\"" })
        {
            var body = Sample.Payload.Replace("\"MALE\"", after, StringComparison.Ordinal);
            Assert.Null(PolicyReader.ReadNamed(policy).Find(Broken(body)!, ToleratedAnswer.Accepted, 200));
        }
    }

    [Fact]
    public void Strict_tolerates_nothing() =>
        Assert.Null(
            Policy.Strict.Find(
                Broken(Sample.Payload.Replace("\"label-1\"", "1", StringComparison.Ordinal))!,
                ToleratedAnswer.Accepted,
                200
            )
        );

    // The one value that breaks the contract; null where none or several do, or where an object with members is meant
    // to
    // come as something else: whether that is accepted depends on more than its form.
    private static BrokenInput? Broken(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var places = Schema
            .Check(bytes)
            .Where(v => v.Keyword is "type" or "format" or "enum")
            .DistinctBy(v => v.Pointer)
            .ToList();
        if (places is not [{ Pointer: not ("" or "/user") } violation])
        {
            return null;
        }

        var value = violation
            .Pointer.Split('/')
            .Skip(1)
            .Aggregate(JsonText.Parse(bytes).Root!.Value, (at, s) => at.GetProperty(s));
        var mutation = new Mutation
        {
            Constraint = new Constraint(Location.At(violation.Pointer), violation.Keyword, "", ""),
            Location = Location.At(violation.Pointer),
            Kind = "observed",
            NewValue = value,
        };
        return BrokenInput.Of(Sample.Valid, mutation, Schema.Root);
    }
}
