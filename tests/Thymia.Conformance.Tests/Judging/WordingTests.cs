using System.Text.Json;
using Thymia.Conformance.Frameworks.FastApi;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Tests.Judging;

/// <summary>The parts that findings are made of: places, what was sent, content types, ways to an error.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("body", "", "request body")]
    [InlineData("body", "/user", "request body at /user")]
    [InlineData("request", "", "request")]
    [InlineData("request", "/method", "request method")]
    [InlineData("header", "/x-api-key", "request header x-api-key")]
    [InlineData("query", "/page", "request query page")]
    public void Names_a_place_in_a_request(string part, string pointer, string name) =>
        Assert.Equal(name, Places.InRequest(new Location(part, pointer)));

    [Theory]
    [InlineData("answer body at /tags/0", "answer body at /tags/*")]
    [InlineData("answer body at /detail/12/loc/1", "answer body at /detail/*/loc/*")]
    [InlineData("answer body at /a1/2b/", "answer body at /a1/2b/")]
    [InlineData("12", "12")]
    public void Names_any_index_alike(string place, string any) => Assert.Equal(any, Places.AnyIndex(place));

    [Theory]
    [InlineData("enum", "\"male\"", "\"male\" (tried)")]
    [InlineData("required", null, "a request without it (tried)")]
    [InlineData("json", null, "json broken by tried")]
    [InlineData(
        "enum",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" (tried)"
    )]
    [InlineData(
        "enum",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa... (tried)"
    )]
    public void Says_what_was_sent(string keyword, string? json, string said) =>
        Assert.Contains(
            $"found status 500 for {said}, expected",
            Failing("/language", keyword, json),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("true", "boolean")]
    [InlineData("false", "boolean")]
    [InlineData("19900824", "number")]
    [InlineData("null", "null")]
    public void Says_of_personal_data_nothing_but_the_type(string json, string type) =>
        Assert.Contains(
            $"for a value of type {type} (tried), expected",
            Failing("/user/dateOfBirth", "type", json),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("status 400 to 403", 400, 401, 402, 401, 403)]
    [InlineData("status 400 or 401 or 402 or 403", 400, 401, 402, 403)]
    [InlineData("status 404", 404)]
    public void Says_which_statuses_would_do(string expected, params int[] statuses)
    {
        var refused = Sample.Refused("contentType", statuses);

        Assert.Contains(
            $"expected {expected} (by sense: the contract is silent)",
            Sample.Said("invalid-rejected", refused, Sample.Answered(refused, 200, Sample.Created)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_the_documented_answer_where_another_is_given()
    {
        var conflict = new DocumentedResponse("409", "", new Dictionary<string, string?>());
        var odd = Sample.LowerCaseSex with
        {
            Operation = Sample.Operation with { Responses = [.. Sample.Operation.Responses, conflict] },
        };

        Assert.EndsWith(
            "found status 409 for \"male\" (lower-case), expected status 422 (responses/422)",
            Sample.Said("invalid-rejected", odd, Sample.Answered(odd, 409, "")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("application/json", "application/json", true)]
    [InlineData("application/*", "APPLICATION/json; charset=utf-8", true)]
    [InlineData("application/*", "text/json", false)]
    [InlineData("application/*", "applications/json", false)]
    [InlineData("*/*", "text/html", true)]
    [InlineData("text/html", "text/htm", false)]
    [InlineData("text/plain;charset=utf-8", " text/plain ", true)]
    [InlineData("application/json", ";x", false)]
    public void Matches_content_types_with_ranges(string range, string type, bool documented) =>
        Assert.Equal(documented, ContentTypes.IsDocumented(Response((range, "/a")), type));

    [Theory]
    [InlineData("application/json", "/a")]
    [InlineData("application/problem+json", "/b")]
    [InlineData("text/html", null)]
    [InlineData("application/xml", "/a")]
    [InlineData(null, "/a")]
    public void Takes_the_schema_of_the_content_type(string? type, string? schema) =>
        Assert.Equal(
            schema,
            ContentTypes.SchemaFor(
                Response(("text/html", "/page"), ("application/json", "/a"), ("application/problem+json", "/b")),
                type
            )
        );

    [Theory]
    [InlineData("application/json", "/any")]
    [InlineData("application/hal+json", "/any")]
    [InlineData("text/html", null)]
    public void Takes_the_schema_of_anything_for_JSON_alone(string type, string? schema) =>
        Assert.Equal(schema, ContentTypes.SchemaFor(Response(("*/*", "/any")), type));

    [Fact]
    public void Takes_no_schema_where_no_JSON_is_documented() =>
        Assert.Null(ContentTypes.SchemaFor(Response(("text/html", "/page")), "application/json"));

    [Theory]
    [InlineData("", "", true, "body")]
    [InlineData("", "", true, "body", "17")]
    [InlineData("", "", false, "body", "x")]
    [InlineData("", "", false, "body", "1x")]
    [InlineData("", "", false, "body", "")]
    [InlineData("", "", false, "query", "17")]
    [InlineData("", "", false, "body", "17", "2")]
    [InlineData("/user", "", false, "body", "17")]
    [InlineData("/user", "", true, "body", "user")]
    [InlineData("/user", "", false, "body")]
    [InlineData("", "header", false, "header", "17")]
    public void Leads_to_a_place_or_to_a_position_in_the_body(
        string pointer,
        string part,
        bool leads,
        params string[] loc
    ) => Assert.Equal(leads, ErrorPaths.LeadsTo(loc, new Location(part.Length > 0 ? part : "body", pointer)));

    [Theory]
    [InlineData(true, "body", "user", "birthSex")]
    [InlineData(true, "body", "user", "birthSex", "MALE")]
    [InlineData(true, "body")]
    [InlineData(false)]
    [InlineData(false, "body", "user", "language")]
    [InlineData(false, "query", "user")]
    public void Is_related_where_one_place_lies_within_the_other(bool related, params string[] loc) =>
        Assert.Equal(related, ErrorPaths.IsRelated(loc, Location.At("/user/birthSex")));

    [Theory]
    [InlineData("0", true)]
    [InlineData("86400", true)]
    [InlineData("-62135596800000", true)]
    [InlineData("-62135683200000", false)]
    [InlineData("20000000000", false)]
    [InlineData("20044800000000", true)]
    [InlineData("253402214400000", true)]
    [InlineData("253402300800000", false)]
    [InlineData("1", false)]
    [InlineData("x", false)]
    public void Reads_numbers_as_whole_days(string text, bool holds) =>
        Assert.Equal(holds, Reads("whole-days", JsonSerializer.Serialize(text)));

    [Theory]
    [InlineData("""[["a",1]]""", true)]
    [InlineData("""["ab",{"a":1,"b":2}]""", true)]
    [InlineData("""[["a",1],["b"]]""", false)]
    [InlineData("""[[["a"],1]]""", false)]
    [InlineData("""[[{},1]]""", false)]
    [InlineData("""["abc"]""", false)]
    [InlineData("""[{"a":1}]""", false)]
    [InlineData("[1]", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    public void Reads_lists_of_pairs(string json, bool holds) => Assert.Equal(holds, Reads("pairs", json));

    [Fact]
    public void Reads_nothing_it_does_not_know() => Assert.False(Reads("tea-leaves", "[]"));

    [Theory]
    [InlineData("contentType", null, "application/json")]
    [InlineData("json", null, Sample.Payload)]
    [InlineData("type", "\"a\"", "a")]
    [InlineData("type", "[1]", "[1]")]
    [InlineData("type", null, "")]
    public void Sees_what_was_sent_as_text(string keyword, string? json, string text) =>
        Assert.Equal(text, Input(json, keyword).Text);

    [Theory]
    [InlineData("/webhookUrl", true, true)]
    [InlineData("/user", false, true)]
    [InlineData("/user/userLabel", false, true)]
    [InlineData("/none", true, false)]
    [InlineData("/none/deeper", false, false)]
    public void Knows_the_schema_of_the_place_and_whether_it_may_be_left_out(string pointer, bool optional, bool known)
    {
        var input = BrokenInput.Of(
            Sample.Valid,
            Sample.Mutated(pointer, "type", "tried", "1").Mutation!,
            Sample.Schemas.At(Sample.Operation.Body!.SchemaPointer).Root
        );

        Assert.Equal((optional, known), (input.IsOptional, input.Nodes.Count > 0));
    }

    [Fact]
    public void Knows_no_schema_where_the_description_has_none()
    {
        var mutation = Sample.Mutated("/x", "type", "tried", null).Mutation! with
        {
            Location = Location.Header("user"),
        };

        Assert.Null(BrokenSchema.Of(Sample.Valid, mutation, Sample.Schemas));
        var input = BrokenInput.Of(Sample.Valid, mutation, null);
        Assert.Equal((false, 0, null), (input.IsOptional, input.Nodes.Count, input.SentType));
    }

    private static bool Reads(string reading, string json)
    {
        var input = Input(json);
        return KnownFrameworks.Reads(reading, input.Text, input.Mutation.NewValue);
    }

    private static BrokenInput Input(string? json, string keyword = "type") =>
        BrokenInput.Of(Sample.Valid, Sample.Mutated("/agent", keyword, "tried", json).Mutation!, null);

    private static DocumentedResponse Response(params (string Type, string Schema)[] contents) =>
        new("200", "", contents.ToDictionary(c => c.Type, c => (string?)c.Schema));

    private static string Failing(string pointer, string keyword, string? json)
    {
        var testCase = Sample.Mutated(pointer, keyword, "tried", json);
        return Sample.Said("no-server-error", testCase, Sample.Answered(testCase, 500, ""));
    }
}
